package health.miadi.identity.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.miadi.testing.Answer;
import health.miadi.testing.Api;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.Login;
import health.miadi.testing.Race;
import health.miadi.testing.SuiteServer;
import health.miadi.testing.TestAuthenticator;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Passkeys on a real server (R-AUTH-18); what of an answer is right, {@code PasskeyCeremonyTest} tries. */
class PasskeysResourceIT {
    private static final URI SERVER = SuiteServer.get().address();
    private static final String ORIGIN = "http://" + SERVER.getRawAuthority();

    private final Clinic clinic = Clinic.ofTheSuite();
    private final Login login = clinic.accounts().adminLogin();
    private final UUID user = idOf(login);
    private final ObjectNode password = Json.object("currentPassword", login.password());
    private final TestAuthenticator authenticator = new TestAuthenticator(ORIGIN, SERVER.getHost());

    private UUID idOf(Login of) {
        return UUID.fromString(clinic.database()
                .texts("SELECT id::text FROM users WHERE username = ?", of.username())
                .get(0));
    }

    private Answer signInWith(Login who, @Nullable ObjectNode passkey, Api from) {
        ObjectNode given = Json.object("username", who.username(), "password", who.password());
        return from.post("/auth/login", passkey == null ? given : given.set("passkey", passkey));
    }

    private Api signedIn() {
        return clinic.as(signInWith(login, null, somewhere()).expect(200).at("/accessToken"));
    }

    private Api somewhere() {
        return clinic.from(Clinic.newAddress());
    }

    private Answer add(Api api, TestAuthenticator device) {
        Answer options = api.post("/auth/passkeys/options", password).expect(200);
        return api.post("/auth/passkeys", device.make(options).put("name", "Telephone"))
                .expect(200);
    }

    /** A browser that was given a challenge. */
    private record Browser(Api api, String challenge) {
        static Browser of(Api api) {
            Answer begun = api.post("/auth/passkeys/challenge").expect(200);
            String cookie = begun.header("Set-Cookie").orElseThrow();
            assertThat(cookie).contains("__Host-miadi-passkey=", "HttpOnly", "Secure", "SameSite=Strict", "Path=/");
            assertThat(begun.at("/userVerification")).isEqualTo("required");
            return new Browser(api.with("Cookie", cookie.split(";", 2)[0]), begun.at("/challenge"));
        }

        Answer signIn(ObjectNode passkey) {
            return api.post("/auth/passkeys/sign-in", Json.object().set("passkey", passkey));
        }

        Answer signIn(TestAuthenticator device) {
            return signIn(device.show(challenge));
        }
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
    void itSignsInAloneAndIsListedNamedAndRemoved() {
        Api api = signedIn();
        Api other = signedIn();
        Answer added = add(api, authenticator);
        assertThat(added.json().at("/recoveryCodes")).hasSize(10);
        other.get("/auth/me").expectProblem(401, "unauthenticated");

        Api elsewhere = somewhere();
        Answer in = Browser.of(elsewhere).signIn(authenticator).expect(200);
        assertThat(in.at("/user/username")).isEqualTo(login.username());
        assertThat(in.at("/user/lacksSecondFactor")).isEqualTo("false");
        assertThat(trail("signed_in")).contains("done by=passkey");

        Api here = clinic.as(in.at("/accessToken"));
        Answer listed = here.get("/auth/passkeys").expect(200);
        String id = listed.at("/items/0/id");
        assertThat(listed.at("/items/0/name")).isEqualTo("Telephone");
        assertThat(listed.at("/items/0/usedAt")).isNotEmpty();
        here.put("/auth/passkeys/" + id + "/name", Json.object("name", "Old telephone"))
                .expect(204);
        assertThat(here.get("/auth/passkeys").at("/items/0/name")).isEqualTo("Old telephone");
        clinic.aPatient()
                .api()
                .put("/auth/passkeys/" + id + "/name", Json.object("name", "Mine"))
                .expectProblem(404, "not-found");

        here.post("/auth/passkeys/" + id + "/removal").expectProblem(400, "validation");
        Browser proof = Browser.of(here);
        proof.api()
                .post(
                        "/auth/passkeys/" + id + "/removal",
                        Json.object().set("passkey", authenticator.show(proof.challenge())))
                .expect(204);
        assertThat(here.get("/auth/passkeys").json().at("/items")).isEmpty();
        Browser.of(somewhere()).signIn(authenticator).expectProblem(401, "unauthenticated");
        signInWith(login, null, somewhere()).expect(200); // with the last one the password alone is enough again
        assertThat(trail("factor_added")).containsExactly("done factor=passkey");
        assertThat(trail("factor_removed")).containsExactly("done factor=passkey");
        assertThat(clinic.database().number("SELECT count(*) FROM recovery_codes WHERE user_id = ?", user))
                .isZero();
    }

    @Test
    void aPasswordTakesOneBesidesAndARecoveryCodeInItsPlace() {
        Answer added = add(signedIn(), authenticator);
        Answer asked = signInWith(login, null, somewhere()).expectProblem(401, "second-factor-required");
        assertThat(asked.json().at("/methods").toString()).isEqualTo("[\"passkey\",\"recovery-code\"]");

        Browser browser = Browser.of(somewhere());
        signInWith(login, authenticator.show(browser.challenge()), browser.api())
                .expect(200);
        assertThat(trail("signed_in")).contains("done by=password_and_passkey");

        ObjectNode code = Json.object("username", login.username(), "password", login.password());
        somewhere()
                .post("/auth/login", code.put("code", added.at("/recoveryCodes/0")))
                .expect(200);
    }

    @Test
    void anotherAccountsIsNoSecondFactor() {
        add(signedIn(), authenticator);
        Login attacker = clinic.accounts().adminLogin();
        Api theirs =
                clinic.as(signInWith(attacker, null, somewhere()).expect(200).at("/accessToken"));
        TestAuthenticator own = new TestAuthenticator(ORIGIN, SERVER.getHost());
        Answer options = theirs.post("/auth/passkeys/options", Json.object("currentPassword", attacker.password()))
                .expect(200);
        theirs.post("/auth/passkeys", own.make(options)).expect(200);

        Browser browser = Browser.of(somewhere());
        signInWith(login, own.show(browser.challenge()), browser.api()).expectProblem(401, "second-factor-required");
        assertThat(trail("signed_in")).contains("refused anothers-passkey");
        // what an account has is nobody else's to have
        Answer again = theirs.post("/auth/passkeys/options", Json.object("currentPassword", attacker.password()))
                .expectProblem(400, "validation");
        assertThat(again.at("/errors/0/pointer")).isEqualTo("/code");
        Browser proof = Browser.of(theirs);
        Answer begun = proof.api()
                .post("/auth/passkeys/options", Json.object().set("passkey", own.show(proof.challenge())))
                .expect(200);
        theirs.post("/auth/passkeys", authenticator.make(begun.at("/challenge")))
                .expectProblem(409, "duplicate");
    }

    @Test
    void aChallengeIsAnsweredOnceInTimeAndByItsBrowser() throws Exception {
        add(signedIn(), authenticator);
        Browser browser = Browser.of(somewhere());
        ObjectNode shown = authenticator.show(browser.challenge());
        somewhere()
                .post("/auth/passkeys/sign-in", Json.object().set("passkey", shown))
                .expectProblem(401, "unauthenticated");
        new Browser(Browser.of(somewhere()).api(), browser.challenge())
                .signIn(shown)
                .expectProblem(401, "unauthenticated");
        Callable<Answer> client = () -> browser.signIn(shown);
        try (Race race = new Race(3)) {
            assertThat(race.run(Collections.nCopies(3, client)))
                    .extracting(Answer::status)
                    .containsExactlyInAnyOrder(200, 401, 401);
        }
        browser.signIn(shown).expectProblem(401, "unauthenticated");

        Browser late = Browser.of(somewhere());
        clinic.database()
                .update(
                        "UPDATE passkey_challenges SET expires_at = now() - interval '1 second' WHERE hash = sha256(?::bytea)",
                        java.util.Base64.getUrlDecoder().decode(late.challenge()));
        late.signIn(authenticator).expectProblem(401, "unauthenticated");
        assertThat(Browser.of(somewhere())
                        .signIn(new TestAuthenticator(ORIGIN, SERVER.getHost()).ofOwner("AAAA"))
                        .at("/rule"))
                .isEqualTo("R-AUTH-18");
    }

    @Test
    void aCopyIsRefusedAndNoted() {
        add(signedIn(), authenticator.counting(10));
        Browser.of(somewhere()).signIn(authenticator).expect(200);
        Browser.of(somewhere()).signIn(authenticator.counting(3)).expectProblem(401, "unauthenticated");
        assertThat(trail("signed_in")).contains("refused cloned-passkey");
    }

    @Test
    void itIsMadeInTheSessionThatAskedAndTakesAFreshProof() {
        Api api = signedIn();
        api.post("/auth/passkeys/options").expectProblem(400, "validation");
        Answer options = api.post("/auth/passkeys/options", password).expect(200);
        assertThat(options.at("/authenticatorSelection/residentKey")).isEqualTo("required");
        assertThat(options.at("/attestation")).isEqualTo("none");
        ObjectNode made = authenticator.make(options);
        signedIn().post("/auth/passkeys", made).expectProblem(400, "validation");
        Answer other = api.post("/auth/passkeys/options", password).expect(200);
        api.post("/auth/passkeys", authenticator.at("https://evil.example").make(other))
                .expectProblem(400, "validation");
        assertThat(api.get("/auth/passkeys").json().at("/items")).isEmpty();
        signInWith(login, null, somewhere()).expect(200);
    }

    @Test
    void aClosedAccountIsNotSignedInTo() {
        add(signedIn(), authenticator);
        clinic.database().update("UPDATE users SET enabled = false WHERE id = ?", user);
        Browser.of(somewhere()).signIn(authenticator).expectProblem(403, "account-closed");
    }

    @Test
    void aBrowserGetsItsSessionInACookieFromOurOwnPageAlone() {
        add(signedIn(), authenticator);
        Browser browser = Browser.of(somewhere());
        ObjectNode given = Json.object("cookie", true).set("passkey", authenticator.show(browser.challenge()));
        browser.api()
                .with("Origin", "https://evil.example")
                .post("/auth/passkeys/sign-in", given)
                .expectProblem(403, "forbidden");
        Answer in = browser.api()
                .with("Origin", ORIGIN)
                .post("/auth/passkeys/sign-in", given)
                .expect(200);
        assertThat(in.json().at("/refreshToken").isNull()).isTrue();
        assertThat(in.at("/csrfToken")).isNotEmpty();
    }
}
