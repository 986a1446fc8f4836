package health.miadi.identity.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.testing.Answer;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.Race;
import health.miadi.testing.SignedUp;
import health.miadi.testing.SuiteServer;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R-AUTH-2: a refresh token is used once, and what comes of it. One person serves all: each test signs in anew. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefreshResourceIT {
    private static final int CLIENTS = 16;
    private static final int RENEWALS_AN_HOUR = 120;

    private final Clinic clinic = Clinic.ofTheSuite();
    private final SignedUp person = SignedUp.at(clinic);

    private Answer refresh(String token) {
        return clinic.anonymous().post("/auth/refresh", Json.object("refreshToken", token));
    }

    private String next(String token) {
        return refresh(token).expect(200).at("/refreshToken");
    }

    private void assertSignedIn(Answer tokens) {
        clinic.as(tokens.at("/accessToken")).get("/auth/me").expect(200);
    }

    private void assertEnded(Answer tokens) {
        clinic.as(tokens.at("/accessToken")).get("/auth/me").expectProblem(401, "unauthenticated");
    }

    @Test
    void everySignInHandsOutATokenOf256RandomBitsThatTheDatabaseDoesNotKnow() throws Exception {
        for (Answer answer : List.of(person.registered(), person.login())) {
            String token = answer.at("/refreshToken");
            byte[] bytes = Base64.getUrlDecoder().decode(token);
            assertThat(bytes).hasSize(32);
            assertThat(answer.header("Cache-Control")).contains("no-store");
            assertThat(answer.headers("Set-Cookie")).isEmpty();
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            assertThat(clinic.database()
                            .number(
                                    "SELECT count(*) FROM refresh_tokens WHERE hash = ? AND expires_at"
                                            + " BETWEEN now() + interval '29 days' AND now() + interval '30 days'",
                                    hash))
                    .isEqualTo(1);
        }
    }

    @Test
    void aTokenBuysTheNextOfTheSameSession() {
        Answer first = person.login();
        Answer second = refresh(first.at("/refreshToken")).expect(200);
        assertThat(second.at("/refreshToken")).isNotEqualTo(first.at("/refreshToken"));
        assertThat(second.at("/accessToken")).isNotEqualTo(first.at("/accessToken"));
        assertThat(second.at("/user/username")).isEqualToIgnoringCase(person.email());
        assertThat(second.header("Cache-Control")).contains("no-store");
        assertSignedIn(first);
        assertSignedIn(second);
        assertSignedIn(refresh(second.at("/refreshToken")).expect(200));
    }

    /** M14, R-AUTH-12: each renewal is a row for as long as a token is valid. */
    @Test
    void aSessionThatIsRenewedWithoutEndIsSlowedDownAndLosesNothing() {
        Answer newest = person.login();
        for (int i = 0; i < RENEWALS_AN_HOUR; i++) {
            newest = refresh(newest.at("/refreshToken")).expect(200);
        }
        Answer refused = refresh(newest.at("/refreshToken")).expectProblem(429, "rate-limited");
        assertThat(refused.at("/rule")).isEqualTo("R-AUTH-12");
        assertThat(Long.parseLong(refused.header("Retry-After").orElse(""))).isBetween(1L, 30L);
        assertSignedIn(newest);
        refresh(person.login().at("/refreshToken")).expect(200);
        // half a minute later
        clinic.database().update("UPDATE allowances SET used_until = used_until - interval '30 seconds'");
        assertSignedIn(refresh(newest.at("/refreshToken")).expect(200));
    }

    @Test
    void aUsedTokenThatComesAgainEndsTheWholeFamily() throws Exception {
        Answer login = person.login();
        String first = login.at("/refreshToken");
        Answer second = refresh(first).expect(200);
        UsedTokens.age(clinic.database(), first);
        refresh(first).expectProblem(401, "unauthenticated");
        assertEnded(login);
        assertEnded(second);
        refresh(second.at("/refreshToken")).expectProblem(401, "unauthenticated");
    }

    @Test
    void aLateRequestFindsTheNewestTokenAndEndsNothing() throws Exception {
        String first = person.login().at("/refreshToken");
        Answer third = refresh(next(first)).expect(200);
        Answer late = refresh(first).expect(200);
        assertThat(late.at("/refreshToken")).isEqualTo(third.at("/refreshToken"));
        assertSignedIn(third);
        assertThat(next(third.at("/refreshToken")))
                .as("it was handed out twice, and the other answer may be on its way")
                .isEqualTo(third.at("/refreshToken"));
        UsedTokens.age(clinic.database(), first);
        refresh(first).expectProblem(401, "unauthenticated");
        assertEnded(third);
        refresh(third.at("/refreshToken")).expectProblem(401, "unauthenticated");
    }

    @Test
    void reuseEndsNoOtherSessionOfThePerson() throws Exception {
        Answer other = person.login();
        String first = person.login().at("/refreshToken");
        next(next(first));
        UsedTokens.age(clinic.database(), first);
        refresh(first).expect(401);
        assertSignedIn(other);
        assertSignedIn(refresh(other.at("/refreshToken")).expect(200));
    }

    @Test
    void whoLostTheAnswerGetsTheSameSuccessorAgain() {
        String first = person.login().at("/refreshToken");
        String lost = next(first);
        Answer again = refresh(first).expect(200);
        assertThat(again.at("/refreshToken")).isEqualTo(lost);
        assertSignedIn(again);
        assertSignedIn(refresh(lost).expect(200));
    }

    @Test
    void manyAtOnceAreOneRotation() throws Exception {
        Answer login = person.login();
        String token = login.at("/refreshToken");
        try (Race race = new Race(CLIENTS)) {
            Callable<Answer> client = () -> refresh(token);
            List<Answer> answers = race.run(Collections.nCopies(CLIENTS, client));
            assertThat(answers).allSatisfy(answer -> answer.expect(200));
            assertThat(new HashSet<>(answers.stream()
                            .map(answer -> answer.at("/refreshToken"))
                            .toList()))
                    .hasSize(1)
                    .doesNotContain(token);
            assertSignedIn(refresh(answers.get(0).at("/refreshToken")).expect(200));
        }
        // the first and one by the race: the refresh after it keeps what was handed out more than once
        assertThat(clinic.database()
                        .number(
                                "SELECT count(*) FROM refresh_tokens t JOIN refresh_tokens mine USING (session_id)"
                                        + " WHERE mine.hash = sha256(decode(?, 'base64'))",
                                base64(token)))
                .isEqualTo(2);
    }

    @Test
    void theUserIsReadAnew() {
        Answer login = person.login();
        SignedUp other = SignedUp.at(clinic);
        String token = other.registered().at("/refreshToken");
        clinic.database().update("UPDATE users SET enabled = false WHERE email = ?", other.email());
        refresh(token).expectProblem(401, "unauthenticated");
        assertEnded(other.registered());
        assertSignedIn(login);
    }

    @Test
    void anExpiredTokenIsOfNoUse() {
        String token = person.login().at("/refreshToken");
        clinic.database()
                .update(
                        "UPDATE refresh_tokens SET expires_at = now() WHERE hash = sha256(decode(?, 'base64'))",
                        base64(token));
        refresh(token).expectProblem(401, "unauthenticated");
    }

    @Test
    void noRenewalCarriesASessionBeyondItsLongestLife() {
        String first = person.login().at("/refreshToken");
        clinic.database().update("""
                UPDATE sessions SET created_at = now() - interval '89 days'
                WHERE id = (SELECT session_id FROM refresh_tokens WHERE hash = sha256(decode(?, 'base64')))
                """, base64(first));
        String next = next(first);
        assertThat(clinic.database().number("""
                        SELECT count(*) FROM refresh_tokens t JOIN sessions s ON s.id = t.session_id
                        WHERE t.hash = sha256(decode(?, 'base64')) AND t.expires_at > now()
                            AND t.expires_at <= s.created_at + interval '90 days'
                        """, base64(next))).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "garbage",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "x' OR 1=1 --",
                "\u0000",
                "ü"
            })
    void whatIsNoTokenIsOfNoUse(String token) {
        Answer refused = refresh(token).expectProblem(401, "unauthenticated");
        assertThat(refused.header("WWW-Authenticate").orElse("")).startsWith("Bearer");
    }

    @Test
    void noTokenOrOneThatIsTooLongIsOfNoUse() {
        clinic.anonymous().post("/auth/refresh").expectProblem(401, "unauthenticated");
        clinic.anonymous().post("/auth/refresh", Json.object()).expectProblem(401, "unauthenticated");
        clinic.anonymous()
                .wrongOnPurpose()
                .post("/auth/refresh", Json.object("refreshToken", "A".repeat(10_000)))
                .expectProblem(401, "unauthenticated");
        clinic.anonymous()
                .wrongOnPurpose()
                .post(
                        "/auth/refresh",
                        Json.object("refreshToken", person.login().at("/accessToken")))
                .expectProblem(401, "unauthenticated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"refreshToken\": 7}", "{\"refreshToken\": [\"x\"]}", "{\"refresh\": \"x\"}", "[]", "{"})
    void whatIsNoRequestIsRefusedAsSuch(String body) {
        clinic.anonymous().wrongOnPurpose().post("/auth/refresh", body).expectProblem(400, "validation");
    }

    @Test
    void noTokenTurnsUpInTheLog() throws Exception {
        Answer login = person.login();
        String first = login.at("/refreshToken");
        String second = next(first);
        UsedTokens.age(clinic.database(), first);
        refresh(first).expect(401);
        assertThat(SuiteServer.get().logged())
                .contains("] A used refresh token came again")
                .doesNotContain(first, second, login.at("/accessToken"));
    }

    private static String base64(String token) {
        return token.replace('-', '+').replace('_', '/') + "=";
    }
}
