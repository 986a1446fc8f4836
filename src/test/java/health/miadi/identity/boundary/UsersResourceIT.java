package health.miadi.identity.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.miadi.testing.Answer;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The accounts, which admins keep (R-AUTH-5). */
class UsersResourceIT {
    private static final String PASSWORD = "a quiet river in October";

    private final Clinic clinic = Clinic.ofTheSuite();
    private final String unique = Clinic.unique();

    /** An admin's account, which needs no person. */
    private ObjectNode account(String prefix) {
        return Json.object("username", prefix + "-" + unique, "role", "admin");
    }

    private Answer created(ObjectNode account) {
        return clinic.admin().post("/users", account).expect(201);
    }

    private UUID person(String kind) {
        return kind.equals("patient")
                ? id(clinic.admin().post("/patients", Json.object("firstName", "Pat", "lastName", unique)))
                : id(clinic.admin()
                        .post(
                                "/providers",
                                Json.object(
                                        "firstName", "Pro", "lastName", unique, "cadre", "doctor", "timeZone", "UTC")));
    }

    private static UUID id(Answer answer) {
        return UUID.fromString(answer.expect(201).at("/id"));
    }

    private Answer login(String username, String password) {
        return clinic.anonymous().post("/auth/login", Json.object("username", username, "password", password));
    }

    @Nested
    class Creating {
        @Test
        void opensAnAccountThatSignsIn() {
            UUID provider = person("provider");
            String email = "Doc-" + unique + "@example.org";
            Answer answer = created(Json.object(
                    "username", "doc-" + unique,
                    "email", email,
                    "password", PASSWORD,
                    "role", "provider",
                    "personId", provider));
            assertThat(answer.header("Location").orElse("")).endsWith("/api/v1/users/" + answer.at("/id"));
            assertThat(answer.at("/enabled")).isEqualTo("true");
            assertThat(answer.text()).doesNotContainIgnoringCase("password").doesNotContain("PBKDF2");
            Answer session = login("DOC-" + unique, PASSWORD).expect(200);
            assertThat(session.at("/user/personId")).isEqualTo(provider.toString());
            login(email.toUpperCase(Locale.ROOT), PASSWORD).expect(200);
            Answer read = clinic.admin().get("/users/" + answer.at("/id")).expect(200);
            assertThat(read.json()).isEqualTo(answer.json());
            assertThat(read.etag()).isEqualTo(answer.etag());
            clinic.admin()
                    .with("If-None-Match", read.etag())
                    .get("/users/" + answer.at("/id"))
                    .expect(304);
        }

        @Test
        void opensOneWithoutAPasswordThatNoPasswordFits() {
            created(account("later"));
            login("later-" + unique, PASSWORD).expectProblem(401, "unauthenticated");
        }

        @Test
        void opensADisabledOne() {
            created(account("closed").put("password", PASSWORD).put("enabled", false));
            login("closed-" + unique, PASSWORD).expectProblem(401, "unauthenticated");
        }

        @ParameterizedTest
        @CsvSource({"patient, provider", "provider, patient", "patient, ", "provider, "})
        void needsAPersonOfTheRolesKind(String role, @Nullable String kind) {
            UUID person = kind == null ? null : person(kind);
            Answer refused = clinic.admin()
                    .post("/users", account("misfit").put("role", role).put("personId", text(person)))
                    .expectProblem(400, "validation");
            assertThat(refused.at("/errors/0/pointer")).isEqualTo("/personId");
        }

        @Test
        void knowsNoPersonWhoDoesNotExist() {
            Answer refused = clinic.admin()
                    .post(
                            "/users",
                            account("ghost").put("personId", UUID.randomUUID().toString()))
                    .expectProblem(400, "validation");
            assertThat(refused.at("/errors/0/pointer")).isEqualTo("/personId");
        }

        @Test
        void takesOneAccountForAPerson() {
            String patient = person("patient").toString();
            created(account("one").put("role", "patient").put("personId", patient));
            Answer refused = clinic.admin()
                    .post("/users", account("two").put("role", "patient").put("personId", patient))
                    .expectProblem(409, "duplicate");
            assertThat(refused.at("/errors/0/pointer")).isEqualTo("/personId");
        }

        @Test
        void takesNoNameOrAddressTwiceWhateverItsCase() {
            String email = "Twice-" + unique + "@example.org";
            created(account("twice").put("email", email));
            Answer name = clinic.admin().post("/users", account("TWICE")).expectProblem(409, "duplicate");
            assertThat(name.at("/errors/0/pointer")).isEqualTo("/username");
            Answer address = clinic.admin()
                    .post("/users", account("other").put("email", email.toLowerCase(Locale.ROOT)))
                    .expectProblem(409, "duplicate");
            assertThat(address.at("/errors/0/pointer")).isEqualTo("/email");
        }

        @Test
        void takesNoAddressOfAnotherAsAName() {
            Answer refused = clinic.admin()
                    .post("/users", Json.object("username", unique + "@example.org", "role", "admin"))
                    .expectProblem(400, "validation");
            assertThat(refused.at("/errors/0/pointer")).isEqualTo("/username");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "аdmin",
                    "ａｄｍｉｎ",
                    "ad\u200bmin",
                    "adm\u0131n",
                    "a\r\nSet-Cookie: x",
                    "ad min",
                    "x",
                    "<b>x</b>",
                    "a\u0000b"
                })
        void takesNoNameThatLooksLikeAnother(String name) {
            Answer refused = clinic.admin()
                    .wrongOnPurpose()
                    .post("/users", Json.object("username", name, "role", "admin"))
                    .expectProblem(400, "validation");
            assertThat(refused.at("/errors/0/pointer")).isEqualTo("/username");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"kelvin@exam\u212Ale.org", "jos\u00e9@example.org", "jose\u0301@example.org", "a@ｂ.org"})
        void takesNoAddressInAnotherUnicodeForm(String address) {
            Answer refused = clinic.admin()
                    .wrongOnPurpose()
                    .post("/users", account("form").put("email", address))
                    .expectProblem(400, "validation");
            assertThat(refused.at("/errors/0/pointer")).isEqualTo("/email");
        }

        @ParameterizedTest
        @ValueSource(strings = {"short", "password1234"})
        void takesNoWeakPassword(String weak) {
            Answer refused = clinic.admin()
                    .wrongOnPurpose()
                    .post("/users", account("weak").put("password", weak))
                    .expectProblem(400, "validation");
            assertThat(refused.at("/errors/0/pointer")).isEqualTo("/password");
        }

        @Test
        void takesNoOverlongPasswordNorHashesOne() {
            for (int length : new int[] {129, 60_000}) {
                clinic.admin()
                        .wrongOnPurpose()
                        .post(
                                "/users",
                                account("long")
                                        .put(
                                                "password",
                                                "Zp4!kQ9#vB2@".repeat(5_000).substring(0, length)))
                        .expectProblem(400, "validation");
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"id", "version", "passwordHash", "createdAt", "isAdmin"})
        void knowsNoOtherMember(String member) {
            Answer refused = clinic.admin()
                    .wrongOnPurpose()
                    .post("/users", account("mass").put(member, "x"))
                    .expectProblem(400, "validation");
            assertThat(refused.at("/errors/0/pointer")).isEqualTo("/" + member);
        }

        @Test
        void happensOnceForAKeyAndKeepsNoHashOfThePassword() {
            ObjectNode account = account("keyed").put("password", PASSWORD);
            var keyed = clinic.admin().with("Idempotency-Key", unique);
            Answer first = keyed.post("/users", account).expect(201);
            assertThat(keyed.post("/users", account).expect(201).text()).isEqualTo(first.text());
            keyed.post("/users", account.put("username", "else-" + unique)).expectProblem(422, "idempotency-mismatch");
        }

        private static @Nullable String text(@Nullable UUID id) {
            return id == null ? null : id.toString();
        }
    }

    @Nested
    class Changing {
        @Test
        void setsOnlyWhatThePatchNames() {
            Answer before = created(account("before").put("email", "b-" + unique + "@example.org"));
            String path = "/users/" + before.at("/id");
            Answer after = clinic.admin()
                    .ifMatch(before.etag())
                    .patch(path, Json.object("username", "after-" + unique))
                    .expect(200);
            assertThat(after.at("/username")).isEqualTo("after-" + unique);
            assertThat(after.at("/email")).isEqualTo(before.at("/email"));
            Answer removed = clinic.admin()
                    .ifMatch(after.etag())
                    .patch(path, "{\"email\":null}")
                    .expect(200);
            assertThat(removed.json().at("/email").isNull()).isTrue();
            clinic.admin().ifMatch(after.etag()).patch(path, "{}").expectProblem(412, "stale");
            clinic.admin().wrongOnPurpose().patch(path, "{}").expectProblem(428, "precondition-required");
        }

        @Test
        void changesThePasswordTheRoleAndWhoMaySignIn() {
            Answer user = created(account("many").put("password", PASSWORD));
            String path = "/users/" + user.at("/id");
            login("many-" + unique, PASSWORD).expect(200);
            user = clinic.admin()
                    .ifMatch(user.etag())
                    .patch(path, Json.object("password", "another river in November"))
                    .expect(200);
            login("many-" + unique, PASSWORD).expect(401);
            login("many-" + unique, "another river in November").expect(200);
            user = clinic.admin()
                    .ifMatch(user.etag())
                    .patch(path, Json.object("role", "patient", "personId", person("patient")))
                    .expect(200);
            assertThat(login("many-" + unique, "another river in November")
                            .expect(200)
                            .at("/user/role"))
                    .isEqualTo("patient");
            clinic.admin()
                    .ifMatch(user.etag())
                    .patch(path, Json.object("enabled", false))
                    .expect(200);
            login("many-" + unique, "another river in November").expectProblem(401, "unauthenticated");
        }

        @Test
        void needsAPersonThatFitsTheNewRole() {
            Answer user = created(account("role"));
            for (String patch : List.of("{\"role\":\"patient\"}", "{\"personId\":\"" + UUID.randomUUID() + "\"}")) {
                Answer refused = clinic.admin()
                        .ifMatch(user.etag())
                        .patch("/users/" + user.at("/id"), patch)
                        .expectProblem(400, "validation");
                assertThat(refused.at("/errors/0/pointer")).isEqualTo("/personId");
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"username", "password", "role", "enabled"})
        void doesNotRemoveWhatAnAccountNeeds(String member) {
            Answer user = created(account("needs"));
            Answer refused = clinic.admin()
                    .wrongOnPurpose()
                    .ifMatch(user.etag())
                    .patch("/users/" + user.at("/id"), "{\"" + member + "\":null}")
                    .expectProblem(400, "validation");
            assertThat(refused.at("/errors/0/pointer")).isEqualTo("/" + member);
        }

        @Test
        void endsTheSessionsOfWhoeverIsNotWhoTheyWere() {
            for (ObjectNode patch : List.of(
                    Json.object("password", "another river in November"),
                    Json.object("role", "patient", "personId", person("patient")),
                    Json.object("enabled", false))) {
                String name = "session-" + Clinic.unique();
                Answer user = created(Json.object("username", name, "role", "admin", "password", PASSWORD));
                var session = clinic.as(login(name, PASSWORD).expect(200).at("/accessToken"));
                session.get("/auth/me").expect(200);
                clinic.admin()
                        .ifMatch(user.etag())
                        .patch("/users/" + user.at("/id"), patch)
                        .expect(200);
                session.get("/auth/me").expectProblem(401, "unauthenticated");
            }
        }
    }

    @Nested
    class Deleting {
        @Test
        void removesTheAccountAndLeavesThePersonAndTheHistory() {
            UUID patient = person("patient");
            Answer user = created(account("gone").put("role", "patient").put("personId", patient.toString()));
            String path = "/users/" + user.at("/id");
            clinic.admin().ifMatch("\"stale-1\"").delete(path).expectProblem(412, "stale");
            clinic.admin().ifMatch(user.etag()).delete(path).expect(204);
            clinic.admin().get(path).expectProblem(404, "not-found");
            clinic.admin().get("/patients/" + patient).expect(200);
            // the name and the person are free again
            created(account("gone").put("role", "patient").put("personId", patient.toString()));
        }

        @Test
        void endsTheSessionsOfTheAccount() {
            Answer user = created(account("leaver").put("password", PASSWORD));
            var session =
                    clinic.as(login("leaver-" + unique, PASSWORD).expect(200).at("/accessToken"));
            session.get("/auth/me").expect(200);
            clinic.admin()
                    .ifMatch(user.etag())
                    .delete("/users/" + user.at("/id"))
                    .expect(204);
            session.get("/auth/me").expectProblem(401, "unauthenticated");
        }
    }

    @Nested
    class Listing {
        @Test
        void pagesByNameAndFilters() {
            List<String> names = new ArrayList<>();
            for (String prefix : List.of("Carol", "alice", "Bob")) {
                names.add(created(account(prefix + ".list").put("enabled", !prefix.equals("Bob")))
                        .at("/username"));
            }
            String query = "/users?limit=2&search=" + ".LIST-" + unique;
            Answer first = clinic.admin().get(query).expect(200);
            assertThat(first.json().at("/items").findValuesAsText("username"))
                    .containsExactly(names.get(1), names.get(2));
            Answer second =
                    clinic.admin().get(query + "&cursor=" + first.at("/next")).expect(200);
            assertThat(second.json().at("/items").findValuesAsText("username")).containsExactly(names.get(0));
            assertThat(second.json().at("/next").isNull()).isTrue();
            assertThat(items("&enabled=false")).isEqualTo(1);
            assertThat(items("&role=admin")).isEqualTo(3);
            assertThat(items("&role=patient")).isZero();
        }

        private int items(String filter) {
            return clinic.admin()
                    .get("/users?search=list-" + unique + filter)
                    .expect(200)
                    .json()
                    .at("/items")
                    .size();
        }

        @Test
        void refusesARoleThatNobodyHas() {
            Answer refused =
                    clinic.admin().wrongOnPurpose().get("/users?role=root").expectProblem(400, "validation");
            assertThat(refused.at("/errors/0/pointer")).isEqualTo("role");
        }
    }

    @Test
    void areNobodysBusinessButTheAdmins() {
        Answer user = created(account("private"));
        for (var stranger : List.of(clinic.aPatient().api(), clinic.aProvider().api())) {
            stranger.get("/users").expectProblem(403, "forbidden");
            stranger.get("/users/" + user.at("/id")).expectProblem(403, "forbidden");
            stranger.post("/users", account("mine")).expectProblem(403, "forbidden");
            stranger.ifMatch(user.etag())
                    .patch("/users/" + user.at("/id"), Json.object("role", "admin"))
                    .expectProblem(403, "forbidden");
            stranger.ifMatch(user.etag()).delete("/users/" + user.at("/id")).expectProblem(403, "forbidden");
            stranger.post("/users/" + user.at("/id") + "/password-reset").expectProblem(403, "forbidden");
        }
        clinic.anonymous().get("/users").expectProblem(401, "unauthenticated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"role", "enabled", "personId", "id", "username"})
    void cannotBeGivenMoreByRegistering(String member) {
        Answer refused = clinic.anonymous()
                .wrongOnPurpose()
                .post(
                        "/auth/register",
                        Json.object(
                                "email",
                                "mass-" + unique + "@example.org",
                                "password",
                                PASSWORD,
                                "firstName",
                                "Per",
                                "lastName",
                                "Son",
                                "dateOfBirth",
                                "1990-12-31",
                                member,
                                "admin"))
                .expectProblem(400, "validation");
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/" + member);
    }
}
