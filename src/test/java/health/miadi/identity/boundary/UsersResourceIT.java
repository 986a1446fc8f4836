package health.miadi.identity.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.miadi.testing.Answer;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The accounts, which admins keep (R-AUTH-5). */
class UsersResourceIT extends UserAccounts {

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

        @Test
        void thoseWhoAreNamedComeInOneRequest() {
            String one = created(account("named")).at("/id");
            String other = created(account("also")).at("/id");
            String named = "/users?id=" + one + "&id=" + other + "&id=" + UUID.randomUUID();
            assertThat(clinic.admin().get(named).expect(200).json().at("/items").findValuesAsText("id"))
                    .containsExactlyInAnyOrder(one, other);
            assertThat(clinic.admin()
                            .get(named + "&search=named-" + unique)
                            .expect(200)
                            .json()
                            .at("/items")
                            .findValuesAsText("id"))
                    .containsExactly(one);
            clinic.admin()
                    .wrongOnPurpose()
                    .get("/users?id=" + one + ("&id=" + other).repeat(100))
                    .expectProblem(400, "validation");
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
