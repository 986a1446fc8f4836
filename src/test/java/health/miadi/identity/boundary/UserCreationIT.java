package health.miadi.identity.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.miadi.testing.Answer;
import health.miadi.testing.Json;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How admins open accounts (R-AUTH-5). */
class UserCreationIT extends UserAccounts {

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
    @ValueSource(strings = {"jos\u00e9@example.org", "jose\u0301@example.org", "a@ｂ.org"})
    void takesNoAddressWithOtherLetters(String address) {
        Answer refused = clinic.admin()
                .wrongOnPurpose()
                .post("/users", account("form").put("email", address))
                .expectProblem(400, "validation");
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/email");
    }

    /** R-PERS-1: the sign of Kelvin is the letter K in another form. */
    @Test
    void takesAnAddressInItsOneForm() {
        Answer opened = clinic.admin()
                .wrongOnPurpose()
                .post("/users", account("form").put("email", "\u212A" + unique + "@example.org"))
                .expect(201);
        assertThat(opened.at("/email")).isEqualTo("K" + unique + "@example.org");
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
