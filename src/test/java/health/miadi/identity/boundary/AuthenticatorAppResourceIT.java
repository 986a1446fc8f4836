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
import health.miadi.testing.TestPatient;
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

    /** An admin whose account is old, and whom nobody has touched; the test takes it away again. */
    private Login settledAdmin() {
        Login admin = clinic.accounts().adminLogin();
        clinic.database()
                .update("UPDATE users SET created_at = now() - interval '2 days' WHERE username = ?", admin.username());
        return admin;
    }

    private void close(Login admin) {
        clinic.database().update("UPDATE users SET enabled = false WHERE username = ?", admin.username());
    }

    private Api as(Login admin) {
        return clinic.as(somewhere()
                .post("/auth/login", Json.object("username", admin.username(), "password", admin.password()))
                .expect(200)
                .at("/accessToken"));
    }

    private Api somewhere() {
        return clinic.from(Clinic.newAddress());
    }

    /** R-AUTH-19 */
    @Test
    void twoAdminsRemoveItForSomebodyElseAndTheOwnerIsTold() {
        Login first = settledAdmin();
        Login second = settledAdmin();
        try {
            Api api = signedIn();
            TestApp.setUp(clinic, api, user, password);
            String path = "/users/" + user + "/second-factor-removal";
            Object reason = Json.object("reason", "came to the desk with a passport");
            api.post(path, Json.object("reason", "I say so")).expectProblem(403, "forbidden");
            Api one = as(first);
            one.post(path + "/confirmation").expectProblem(404, "not-found");
            one.post(path, reason).expect(204);
            one.post(path, reason).expectProblem(409, "account-conflict");
            assertThat(api.get("/auth/me").expect(200).at("/secondFactorRemovalAskedAt"))
                    .isNotEmpty();
            assertThat(api.get("/auth/events").expect(200).text()).contains("\"factor_removal_asked\"");
            Answer own = one.post(path + "/confirmation").expectProblem(409, "account-conflict");
            assertThat(own.at("/rule")).isEqualTo("R-AUTH-19");
            api.post(path + "/confirmation").expectProblem(403, "forbidden");
            clinic.admin()
                    .post(path + "/confirmation")
                    .expectProblem(409, "account-conflict"); // an account made just now

            api.post("/auth/second-factor-removal/refusal").expect(204);
            as(second).post(path + "/confirmation").expectProblem(404, "not-found");
            one.post(path, reason).expect(204);
            one.delete(path).expect(204);
            one.post(path, reason).expect(204);
            Api two = as(second);
            assertThat(two.get("/users/" + user).expect(200).at("/secondFactorRemoval/reason"))
                    .isEqualTo("came to the desk with a passport");
            two.post(path + "/confirmation").expect(204);
            api.get("/auth/me").expectProblem(401, "unauthenticated");
            signIn(null).expect(200);
            assertThat(trail("factor_removed")).contains("done came to the desk with a passport");
            assertThat(trail("factor_removal_refused")).containsExactly("done -");
            assertThat(trail("factor_removal_withdrawn")).containsExactly("done -");
            one.post(path, reason).expectProblem(409, "account-conflict");
        } finally {
            close(first);
            close(second);
        }
    }

    /** R-AUTH-19: one admin makes no second one out of another's account. */
    @Test
    void anAdminWhomTheFirstHasTouchedNeitherConfirmsNorAsks() {
        Login first = settledAdmin();
        Login second = settledAdmin();
        Login third = settledAdmin();
        try {
            TestApp.setUp(clinic, signedIn(), user, password);
            String path = "/users/" + user + "/second-factor-removal";
            Api one = as(first);
            one.post(path, Json.object("reason", "I say so")).expect(204);
            Api two = as(second);
            one.post("/users/" + idOf(second) + "/password-reset").expect(200);
            two.post(path + "/confirmation").expectProblem(409, "account-conflict");
            one.delete(path).expect(204);
            two.post(path, Json.object("reason", "I say so")).expectProblem(409, "account-conflict");
            as(third).post(path, Json.object("reason", "came to the desk")).expect(204);
            one.post(path + "/confirmation").expect(204);
        } finally {
            List.of(first, second, third).forEach(this::close);
        }
    }

    /** R-AUTH-19: what was asked for of one that its owner has removed meanwhile takes no later one away. */
    @Test
    void anAskingGoesWithWhatItWasAbout() {
        Login first = settledAdmin();
        Login second = settledAdmin();
        try {
            Api api = signedIn();
            TestApp app = TestApp.setUp(clinic, api, user, password);
            String path = "/users/" + user + "/second-factor-removal";
            as(first).post(path, Json.object("reason", "came to the desk")).expect(204);
            api.post(
                            "/auth/totp/removal",
                            Json.object(
                                    "currentPassword",
                                    login.password(),
                                    "code",
                                    app.later().code()))
                    .expect(204);
            TestApp.setUp(clinic, api, user, password);
            assertThat(api.get("/auth/me")
                            .expect(200)
                            .json()
                            .path("secondFactorRemovalAskedAt")
                            .isTextual())
                    .isFalse();
            as(second).post(path + "/confirmation").expectProblem(404, "not-found");
            signIn(null).expectProblem(401, "second-factor-required");
        } finally {
            List.of(first, second).forEach(this::close);
        }
    }

    private UUID idOf(Login of) {
        return UUID.fromString(clinic.database()
                .texts("SELECT id::text FROM users WHERE username = ?", of.username())
                .get(0));
    }

    /** R-AUTH-19: nor is somebody rid of it by another account. */
    @Test
    void anAccountThatHasOneIsNeitherRemovedNorGivenToSomebodyElse() {
        TestPatient patient = clinic.aPatient();
        UUID id = UUID.fromString(patient.api().get("/auth/me").expect(200).at("/id"));
        TestApp.setUp(clinic, patient.api(), id, Json.object());
        String path = "/users/" + id;
        String etag = clinic.admin().get(path).expect(200).etag();
        clinic.admin().ifMatch(etag).send("DELETE", path, null).expectProblem(409, "account-conflict");
        Object other = Json.object("personId", clinic.aPatient().id().toString());
        clinic.admin().ifMatch(etag).patch(path, other).expectProblem(409, "account-conflict");
        clinic.admin().ifMatch(etag).patch(path, Json.object("enabled", false)).expect(200);
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
