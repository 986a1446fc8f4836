package health.miadi.identity.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jwt.SignedJWT;
import health.miadi.testing.Answer;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.SignedUp;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R-AUTH-3: what ends a session ends all its tokens with the next request. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LogoutResourceIT {
    private final Clinic clinic = Clinic.ofTheSuite();
    private final SignedUp person = SignedUp.at(clinic);

    private void assertEnded(Answer tokens) {
        Answer refused = clinic.as(tokens.at("/accessToken")).get("/auth/me").expectProblem(401, "unauthenticated");
        assertThat(refused.header("WWW-Authenticate").orElse("")).startsWith("Bearer");
        refresh(tokens).expectProblem(401, "unauthenticated");
    }

    private Answer refresh(Answer tokens) {
        return clinic.anonymous().post("/auth/refresh", Json.object("refreshToken", tokens.at("/refreshToken")));
    }

    private void assertSignedIn(Answer tokens) {
        clinic.as(tokens.at("/accessToken")).get("/auth/me").expect(200);
    }

    @Test
    void theAccessTokenAndTheRefreshFamilyEnd() {
        Answer login = person.login();
        Answer refreshed = refresh(login).expect(200);
        clinic.as(login.at("/accessToken")).post("/auth/logout").expect(204);
        assertEnded(login);
        assertEnded(refreshed);
        clinic.as(login.at("/accessToken")).post("/auth/logout").expectProblem(401, "unauthenticated");
    }

    @Test
    void otherSessionsOfThePersonGoOn() {
        Answer other = person.login();
        clinic.as(person.login().at("/accessToken")).post("/auth/logout").expect(204);
        assertSignedIn(other);
        assertSignedIn(refresh(other).expect(200));
    }

    @Test
    void aRefreshTokenAloneSignsOutUsedOrNot() {
        Answer login = person.login();
        Answer refreshed = refresh(login).expect(200);
        clinic.anonymous()
                .post("/auth/logout", Json.object("refreshToken", login.at("/refreshToken")))
                .expect(204);
        assertEnded(login);
        assertEnded(refreshed);
    }

    @Test
    void isForSomebodyWhoIsSignedIn() {
        clinic.anonymous().post("/auth/logout").expectProblem(401, "unauthenticated");
        clinic.anonymous()
                .post("/auth/logout", Json.object("refreshToken", "garbage"))
                .expectProblem(401, "unauthenticated");
        clinic.as("garbage").post("/auth/logout").expectProblem(401, "unauthenticated");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "password_hash = 'another'",
                "role = 'provider'",
                "enabled = false",
                "person_id = NULL, email = NULL", // the address stays with the person
            })
    void aChangedUserIsSignedOutWhoeverMadeTheChange(String change) {
        SignedUp changed = SignedUp.at(clinic);
        Answer login = changed.login();
        clinic.database().update("UPDATE users SET " + change + " WHERE email = ?", changed.email());
        refresh(login).expectProblem(401, "unauthenticated");
        awaitRefusal(login);
        awaitRefusal(changed.registered());
        assertEnded(login);
    }

    @Test
    void aChangeThatTokensSayNothingOfSignsNobodyOut() {
        Answer login = person.login();
        clinic.database()
                .update("UPDATE users SET updated_at = now(), version = version + 1 WHERE email = ?", person.email());
        assertSignedIn(login);
        assertSignedIn(refresh(login).expect(200));
    }

    @Test
    void aDeletedUserIsSignedOut() throws Exception {
        SignedUp gone = SignedUp.at(clinic);
        Answer login = gone.login();
        assertThat(clinic.database().update("DELETE FROM users WHERE email = ?", gone.email()))
                .isEqualTo(1);
        refresh(login).expectProblem(401, "unauthenticated");
        awaitRefusal(login);
        String session =
                SignedJWT.parse(login.at("/accessToken")).getJWTClaimsSet().getStringClaim("sid");
        assertThat(clinic.database()
                        .number(
                                "SELECT count(*) FROM sessions WHERE id = ?::uuid AND user_id IS NULL"
                                        + " AND ended_at IS NOT NULL",
                                session))
                .isEqualTo(1);
    }

    @Test
    void anEndedSessionStaysEnded() throws Exception {
        Answer login = person.login();
        clinic.as(login.at("/accessToken")).post("/auth/logout").expect(204);
        String session =
                SignedJWT.parse(login.at("/accessToken")).getJWTClaimsSet().getStringClaim("sid");
        clinic.database().update("UPDATE sessions SET ended_at = NULL WHERE id = ?::uuid", session);
        assertEnded(login);
    }

    /** The node hears of it from the database within milliseconds: what it did not do itself. */
    private void awaitRefusal(Answer tokens) {
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        clinic.as(tokens.at("/accessToken")).get("/auth/me").status() == 401);
    }
}
