package health.miadi.identity.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import health.miadi.testing.Answer;
import health.miadi.testing.Api;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.Login;
import health.miadi.testing.Race;
import health.miadi.testing.SuiteServer;
import health.miadi.testing.TestApp;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Authenticator apps and recovery codes (R-AUTH-10) (finding H8). */
class AuthenticatorAppResourceIT {
    private final Clinic clinic = Clinic.ofTheSuite();
    private final Login login = clinic.accounts().adminLogin();
    private final UUID user = UUID.fromString(clinic.database()
            .texts("SELECT id::text FROM users WHERE username = ?", login.username())
            .get(0));
    private final Object password = Json.object("currentPassword", login.password());

    private Answer signIn(@Nullable String code) {
        return signIn(clinic.from(Clinic.newAddress()), code);
    }

    private Answer signIn(Api from, @Nullable String code) {
        return from.post(
                "/auth/login",
                code == null
                        ? Json.object("username", login.username(), "password", login.password())
                        : Json.object("username", login.username(), "password", login.password(), "code", code));
    }

    private Api signedIn() {
        return clinic.as(signIn(null).expect(200).at("/accessToken"));
    }

    private static List<String> codes(Answer answer) {
        return StreamSupport.stream(answer.json().at("/recoveryCodes").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private List<String> trail(String action) {
        return clinic.database()
                .texts(
                        "SELECT outcome || ' ' || coalesce(detail, reason, '-') FROM audit_entries"
                                + " WHERE entity_id = ? AND action = ? ORDER BY id",
                        user,
                        action);
    }

    @Test
    void aPasswordAloneOpensNoSession() {
        TestApp app = TestApp.setUp(clinic, signedIn(), user, password);
        Answer asked = signIn(null).expectProblem(401, "second-factor-required");
        assertThat(asked.at("/rule")).isEqualTo("R-AUTH-10");
        assertThat(asked.at("/methods/0")).isEqualTo("app");
        Api api = clinic.as(signIn(app.code()).expect(200).at("/accessToken"));
        assertThat(api.get("/auth/me").expect(200).at("/secondFactor")).isEqualTo("true");
        assertThat(trail("signed_in"))
                .containsExactly("done by=password", "refused no-code", "done by=password_and_app");
        assertThat(trail("factor_added")).containsExactly("done factor=app");
    }

    @Test
    void aWrongPasswordIsRefusedInTheSameWordsWhetherOrNotThereIsAnApp() {
        TestApp app = TestApp.setUp(clinic, signedIn(), user, password);
        Answer with = clinic.from(Clinic.newAddress())
                .post(
                        "/auth/login",
                        Json.object("username", login.username(), "password", "not the password", "code", app.code()))
                .expectProblem(401, "unauthenticated");
        Answer without = clinic.from(Clinic.newAddress())
                .post("/auth/login", Json.object("username", "nobody-" + Clinic.unique(), "password", "none of it"))
                .expectProblem(401, "unauthenticated");
        assertThat(with.at("/detail")).isEqualTo(without.at("/detail"));
        signIn(app.code()).expect(200); // it was not used up
    }

    @Test
    void aCodeSignsInOnce() {
        TestApp app = TestApp.setUp(clinic, signedIn(), user, password);
        String code = app.code();
        signIn(code).expect(200);
        signIn(code).expectProblem(401, "second-factor-required");
    }

    @Test
    void ofManyWhoUseOneCodeAtOnceOneGetsIn() throws Exception {
        TestApp app = TestApp.setUp(clinic, signedIn(), user, password);
        String code = app.code();
        Callable<Answer> client = () -> signIn(code);
        try (Race race = new Race(4)) {
            List<Answer> answers = race.run(Collections.nCopies(4, client));
            assertThat(answers.stream().filter(answer -> answer.status() == 200))
                    .hasSize(1);
            assertThat(answers.stream().filter(answer -> answer.status() == 401))
                    .hasSize(3);
        }
    }

    @Test
    void aRecoveryCodeSignsInOnceHoweverItIsTyped() {
        Api api = signedIn();
        TestApp app = new TestApp(
                clinic, user, api.post("/auth/totp", password).expect(200).at("/secret"));
        List<String> codes = codes(api.post("/auth/totp/confirmation", Json.object("code", app.code()))
                .expect(200));
        assertThat(codes).hasSize(10).doesNotHaveDuplicates();
        String typed = codes.get(3).toLowerCase(Locale.ROOT).replace("-", " ");
        signIn(typed).expect(200);
        signIn(typed).expectProblem(401, "second-factor-required");
        assertThat(api.get("/auth/totp").expect(200).at("/recoveryCodesLeft")).isEqualTo("9");
        assertThat(trail("signed_in")).contains("done by=password_and_recovery_code");

        List<String> renewed = codes(api.post(
                        "/auth/totp/recovery-codes",
                        Json.object("currentPassword", login.password(), "code", codes.get(4)))
                .expect(200));
        signIn(codes.get(5)).expectProblem(401, "second-factor-required");
        signIn(renewed.get(0)).expect(200);
    }

    /** R-AUTH-6: wherever from, and whatever else is right. */
    @Test
    void wrongCodesSlowDownWhoKnowsThePassword() {
        TestApp app = TestApp.setUp(clinic, signedIn(), user, password);
        for (int i = 0; i < 5; i++) {
            signIn(app.wrongCode()).expectProblem(401, "second-factor-required");
            signIn(null).expectProblem(401, "second-factor-required");
        }
        Answer slowed = signIn(app.code()).expectProblem(429, "rate-limited");
        assertThat(slowed.at("/rule")).isEqualTo("R-AUTH-6");
        assertThat(trail("signed_in")).contains("refused wrong-code");
        Failures.moveBack(clinic, "16 minutes");
        signIn(app.code()).expect(200);
    }

    @Test
    void anAdminsCodeForANewPasswordDoesNotGoRoundIt() {
        TestApp app = TestApp.setUp(clinic, signedIn(), user, password);
        String code = clinic.admin()
                .post("/users/" + user + "/password-reset")
                .expect(200)
                .at("/code");
        clinic.anonymous()
                .post("/auth/password-reset", Json.object("code", code, "newPassword", login.password()))
                .expect(204);
        signIn(null).expectProblem(401, "second-factor-required");
        signIn(app.code()).expect(200);
    }

    /** R-AUTH-17 */
    @Test
    void itTakesAFreshProofToSetOneUpAndEndsOtherSessions() {
        Api other = signedIn();
        Api api = signedIn();
        Answer refused = api.post("/auth/totp").expectProblem(400, "validation");
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/currentPassword");
        TestApp app = new TestApp(
                clinic, user, api.post("/auth/totp", password).expect(200).at("/secret"));
        other.get("/auth/me").expect(200);
        signIn(null).expect(200); // it does not count yet
        Answer wrong = api.post("/auth/totp/confirmation", Json.object("code", app.wrongCode()))
                .expectProblem(400, "validation");
        assertThat(wrong.at("/errors/0/pointer")).isEqualTo("/code");
        api.post("/auth/totp/confirmation", Json.object("code", app.code())).expect(200);
        other.get("/auth/me").expectProblem(401, "unauthenticated");
        api.get("/auth/me").expect(200);
        api.post(
                        "/auth/totp",
                        Json.object(
                                "currentPassword",
                                login.password(),
                                "code",
                                app.later().code()))
                .expectProblem(409, "account-conflict");
    }

    /** R-AUTH-17 */
    @Test
    void itTakesACodeToRemoveItAndEndsOtherSessions() {
        Api api = signedIn();
        TestApp app = TestApp.setUp(clinic, api, user, password);
        Api other = clinic.as(signIn(app.code()).expect(200).at("/accessToken"));
        app.later();
        Answer missing = api.post("/auth/totp/removal", password).expectProblem(400, "validation");
        assertThat(missing.at("/errors/0/pointer")).isEqualTo("/code");
        api.post("/auth/totp/removal", Json.object("currentPassword", login.password(), "code", app.wrongCode()))
                .expectProblem(400, "validation");
        api.post("/auth/totp/removal", Json.object("currentPassword", login.password(), "code", app.code()))
                .expect(204);
        other.get("/auth/me").expectProblem(401, "unauthenticated");
        signIn(null).expect(200);
        assertThat(api.get("/auth/totp").expect(200).json().at("/since").isNull())
                .isTrue();
        assertThat(trail("factor_removed")).containsExactly("done factor=app");
        assertThat(trail("password_confirmed")).containsExactly("refused wrong-code");
    }

    @Test
    void anAdminRemovesItForSomebodyElseWithAReason() {
        Api api = signedIn();
        TestApp.setUp(clinic, api, user, password);
        String path = "/users/" + user + "/second-factor-removal";
        api.post(path, Json.object("reason", "I say so")).expectProblem(403, "forbidden");
        clinic.admin()
                .post(path, Json.object("reason", "came to the desk with a passport"))
                .expect(204);
        api.get("/auth/me").expectProblem(401, "unauthenticated");
        signIn(null).expect(200);
        assertThat(trail("factor_removed")).containsExactly("refused -", "done came to the desk with a passport");
        clinic.admin().post(path, Json.object("reason", "again")).expectProblem(409, "account-conflict");
    }

    /** A session that is being opened while the app is confirmed would be one by the password alone. */
    @Test
    void nobodyGetsInByThePasswordAloneWhileItIsConfirmed() throws Exception {
        Api api = signedIn();
        TestApp app = new TestApp(
                clinic, user, api.post("/auth/totp", password).expect(200).at("/secret"));
        Callable<Answer> confirmation = () -> api.post("/auth/totp/confirmation", Json.object("code", app.code()));
        try (Race race = new Race(3)) {
            race.run(List.of(confirmation, () -> signIn(null), () -> signIn(null)));
        }
        assertThat(clinic.database()
                        .number("SELECT count(*) FROM sessions WHERE user_id = ? AND ended_at IS NULL", user))
                .isEqualTo(1);
    }

    /** Whoever found a session open guesses no app into the account, and no recovery codes out of it. */
    @Test
    void firstCodesAreSlowToGuess() {
        Api api = signedIn();
        TestApp app = new TestApp(
                clinic, user, api.post("/auth/totp", password).expect(200).at("/secret"));
        for (int i = 0; i < 5; i++) {
            api.post("/auth/totp/confirmation", Json.object("code", app.wrongCode()))
                    .expectProblem(400, "validation");
        }
        api.post("/auth/totp/confirmation", Json.object("code", app.code())).expectProblem(429, "rate-limited");
    }

    @Test
    void secretsStandNeitherInTheDatabaseNorInTheLog() {
        Api api = signedIn();
        Answer begun = api.post("/auth/totp", password).expect(200);
        assertThat(begun.header("Cache-Control").orElse("")).contains("no-store");
        assertThat(begun.at("/uri"))
                .startsWith("otpauth://totp/Miadi:" + login.username())
                .contains("secret=" + begun.at("/secret"));
        assertThat(Integer.parseInt(begun.at("/qrCode/size"))).isBetween(21, 177);
        TestApp app = new TestApp(clinic, user, begun.at("/secret"));
        List<String> codes = codes(api.post("/auth/totp/confirmation", Json.object("code", app.code()))
                .expect(200));
        assertThat(clinic.database()
                        .number(
                                "SELECT count(*) FROM authenticator_apps WHERE user_id = ? AND octet_length(secret) > 40",
                                user))
                .isEqualTo(1);
        assertThat(SuiteServer.get().logged())
                .doesNotContain(begun.at("/secret"))
                .doesNotContain(codes.get(0));
    }
}
