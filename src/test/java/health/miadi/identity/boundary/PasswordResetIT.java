package health.miadi.identity.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.testing.Answer;
import health.miadi.testing.Api;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.Race;
import health.miadi.testing.SuiteServer;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One-time codes for those who have forgotten their password. */
class PasswordResetIT {
    private static final String PASSWORD = "a quiet river in October";

    private final Clinic clinic = Clinic.ofTheSuite();
    private final String name = "forgetful-" + Clinic.unique();
    private final Answer user = clinic.admin()
            .post("/users", Json.object("username", name, "role", "admin"))
            .expect(201);

    private String aCode() {
        Answer issued = clinic.admin()
                .post("/users/" + user.at("/id") + "/password-reset")
                .expect(200);
        assertThat(issued.header("Cache-Control").orElse("")).isEqualTo("no-store");
        assertThat(issued.at("/expiresAt")).endsWith("Z");
        return issued.at("/code");
    }

    private static Answer redeem(Api api, String code, String password) {
        return api.post("/auth/password-reset", Json.object("code", code, "newPassword", password));
    }

    private Answer redeem(String code) {
        return redeem(clinic.anonymous(), code, PASSWORD);
    }

    private Answer login(String password) {
        return clinic.anonymous().post("/auth/login", Json.object("username", name, "password", password));
    }

    @Test
    void setAPasswordOnce() {
        String code = aCode();
        redeem(code).expect(204);
        login(PASSWORD).expect(200);
        redeem(code).expectProblem(401, "unauthenticated");
    }

    @Test
    void areNotHandedOutForADisabledAccount() {
        clinic.database().update("UPDATE users SET enabled = false WHERE username = ?", name);
        clinic.admin().post("/users/" + user.at("/id") + "/password-reset").expectProblem(409, "account-conflict");
    }

    @Test
    void mayBeTypedInAnyCaseWithoutHyphens() {
        redeem(aCode().toLowerCase(Locale.ROOT).replace("-", "")).expect(204);
    }

    @Test
    void workOnlyWhenTheyAreTheNewest() {
        String former = aCode();
        String newest = aCode();
        redeem(former).expectProblem(401, "unauthenticated");
        redeem(newest).expect(204);
    }

    @Test
    void getOneAnswerWhetherTheyAreUnknownUsedOrExpired() {
        String used = aCode();
        redeem(used).expect(204);
        String expired = aCode();
        clinic.database()
                .update(
                        "UPDATE password_resets SET expires_at = now() - interval '1 second' WHERE user_id = ?",
                        UUID.fromString(user.at("/id")));
        String unknown = redeem("0000-0000-0000-0000-0000-0000-0000")
                .expectProblem(401, "unauthenticated")
                .text();
        assertThat(redeem(used).text()).isEqualTo(unknown);
        assertThat(redeem(expired).text()).isEqualTo(unknown);
        assertThat(redeem("'; DROP TABLE users --").text()).isEqualTo(unknown);
    }

    @Test
    void areNotUsedUpByAWeakPassword() {
        String code = aCode();
        Answer refused = redeem(clinic.anonymous(), code, "password1234").expectProblem(400, "validation");
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/newPassword");
        redeem(code).expect(204);
    }

    @Test
    void areWorthlessOnceAnAdminSetsThePasswordOrDisablesTheAccount() {
        String code = aCode();
        Answer changed = clinic.admin()
                .ifMatch(user.etag())
                .patch("/users/" + user.at("/id"), Json.object("password", "another river in November"))
                .expect(200);
        redeem(code).expectProblem(401, "unauthenticated");
        String second = aCode();
        clinic.admin()
                .ifMatch(changed.etag())
                .patch("/users/" + user.at("/id"), Json.object("enabled", false))
                .expect(200);
        redeem(second).expectProblem(401, "unauthenticated");
    }

    /** R-AUTH-3, finding M8: the code was for the account as it was, whoever changed it and with whatever. */
    @ParameterizedTest
    @ValueSource(strings = {"role = 'provider'", "email = 'moved-' || id || '@example.org'"})
    void areWorthlessOnceTheAccountIsAnother(String change) {
        String code = aCode();
        clinic.database().update("UPDATE users SET " + change + " WHERE id = ?::uuid", user.at("/id"));
        redeem(code).expectProblem(401, "unauthenticated");
    }

    /** R-AUTH-3, finding M8: a code that was told over the telephone is of no use once its owner changed the password in alarm. */
    @Test
    void areWorthlessOnceTheOwnerChangesThePassword() {
        redeem(aCode()).expect(204);
        String leaked = aCode();
        clinic.as(login(PASSWORD).expect(200).at("/accessToken"))
                .put(
                        "/auth/password",
                        Json.object("currentPassword", PASSWORD, "newPassword", "a loud river in November"))
                .expect(200);
        redeem(leaked).expectProblem(401, "unauthenticated");
        login("a loud river in November").expect(200);
    }

    @Test
    void endTheSessionsOfTheAccount() {
        redeem(aCode()).expect(204);
        Api session = clinic.as(login(PASSWORD).expect(200).at("/accessToken"));
        session.get("/auth/me").expect(200);
        redeem(clinic.anonymous(), aCode(), "another river in November").expect(204);
        session.get("/auth/me").expectProblem(401, "unauthenticated");
    }

    @Test
    void workOnceEvenForManyAtOnce() throws Exception {
        String code = aCode();
        Callable<Answer> client = () -> redeem(clinic.from(Clinic.newAddress()), code, PASSWORD);
        try (Race race = new Race(4)) {
            List<Answer> answers = race.run(Collections.nCopies(4, client));
            assertThat(answers.stream().filter(answer -> answer.status() == 204))
                    .hasSize(1);
            answers.stream()
                    .filter(answer -> answer.status() != 204)
                    .forEach(answer -> answer.expectProblem(401, "unauthenticated"));
        }
    }

    @Test
    void areSlowToGuess() {
        for (int i = 0; i < 5; i++) {
            redeem("guess-" + i).expectProblem(401, "unauthenticated");
        }
        String right = aCode();
        Answer slowed = redeem(right).expectProblem(429, "rate-limited");
        assertThat(slowed.header("Retry-After")).isPresent();
        redeem(clinic.from(Clinic.newAddress()), right, PASSWORD).expect(204);
    }

    @Test
    void letSomebodyInWhoseAccountIsBeingGuessed() {
        String code = aCode();
        for (int i = 0; i < 5; i++) {
            clinic.from(Clinic.newAddress())
                    .post("/auth/login", Json.object("username", name, "password", "guess number " + i))
                    .expectProblem(401, "unauthenticated");
        }
        Failures.happenedJustNow(clinic);
        login(PASSWORD).expectProblem(429, "rate-limited");
        redeem(code).expect(204);
        login(PASSWORD).expect(200);
    }

    @Test
    void areNoneOfAnAccountThatDoesNotExist() {
        clinic.admin().post("/users/" + UUID.randomUUID() + "/password-reset").expectProblem(404, "not-found");
    }

    @Test
    void standNeitherInTheDatabaseNorInTheLog() {
        String code = aCode();
        assertThat(clinic.database()
                        .number(
                                "SELECT count(*) FROM password_resets r WHERE r::text LIKE '%' || ? || '%'",
                                code.replace("-", "")))
                .isZero();
        redeem(code).expect(204);
        assertThat(SuiteServer.get().logged()).doesNotContain(code).doesNotContain(PASSWORD);
    }
}
