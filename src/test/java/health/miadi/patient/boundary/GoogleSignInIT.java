package health.miadi.patient.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import health.miadi.identity.http.SessionCookies;
import health.miadi.testing.Answer;
import health.miadi.testing.Api;
import health.miadi.testing.Clinic;
import health.miadi.testing.GoogleVisitor;
import health.miadi.testing.Json;
import health.miadi.testing.Race;
import health.miadi.testing.SuiteServer;
import health.miadi.testing.server.TestOpenIdProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in with Google (R-AUTH-4), against an OpenID provider of the tests' own. */
class GoogleSignInIT {
    private static final int AT_ONCE = 8;

    private final Clinic clinic = Clinic.ofTheSuite();
    private final String subject = Clinic.unique();
    private final String email = "Google-" + subject + "@example.org";

    private GoogleVisitor visitor() {
        return GoogleVisitor.of(clinic.anonymous());
    }

    private ObjectNode claims() {
        return GoogleVisitor.claims(email, "Zoë", "O'Hara");
    }

    private long users() {
        return clinic.database().number("SELECT count(*) FROM users WHERE lower(email) = lower(?)", email);
    }

    private long patients() {
        return clinic.database()
                .number("SELECT count(*) FROM persons JOIN patients USING (id) WHERE lower(email) = lower(?)", email);
    }

    @Test
    void isOnAndSaidToBe() {
        assertThat(clinic.anonymous()
                        .get("/config")
                        .expect(200)
                        .json()
                        .at("/googleSignIn")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void theFirstTimeMakesAUserAndItsPatient() {
        Answer signedIn = visitor().signIn(subject, claims()).expect(200);
        assertThat(signedIn.at("/user/role")).isEqualTo("patient");
        Answer me = clinic.as(signedIn.at("/accessToken")).get("/auth/me").expect(200);
        assertThat(me.at("/username")).isEqualTo(email);
        assertThat(me.at("/person/firstName")).isEqualTo("Zoë");
        assertThat(me.at("/person/lastName")).isEqualTo("O'Hara");
        assertThat(me.at("/person/email")).isEqualTo(email);
        assertThat(me.at("/person/dateOfBirth")).isEmpty();
        assertThat(me.json().at("/googleLinked").asBoolean()).isTrue();
        assertThat(clinic.as(signedIn.at("/accessToken"))
                        .get("/patients/" + me.at("/personId"))
                        .expect(200)
                        .at("/patientNumber"))
                .startsWith("PAT-");
    }

    @Test
    void laterTimesFindTheSameAccountWhateverItsAddressIsThen() {
        String first = visitor().signIn(subject, claims()).expect(200).at("/user/id");
        ObjectNode moved = claims().put("email", "moved-" + email).put("given_name", "Zora");
        Answer again = visitor().signIn(subject, moved).expect(200);
        assertThat(again.at("/user/id")).isEqualTo(first);
        assertThat(again.at("/user/username")).isEqualTo(email);
        assertThat(users()).isOne();
    }

    @Test
    void eightFirstTimesAtOnceMakeOneUserAndOnePatient() throws Exception {
        List<Callable<Answer>> visits = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            GoogleVisitor visitor = visitor();
            String back = visitor.agree(subject, claims());
            visits.add(() -> visitor.comeBack(back));
        }
        List<Answer> answers;
        try (Race race = new Race(AT_ONCE)) {
            answers = race.run(visits);
        }
        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(answers)
                .extracting(answer -> answer.at("/user/id"))
                .containsOnly(answers.get(0).at("/user/id"));
        assertThat(users()).isOne();
        assertThat(patients()).isOne();
    }

    @Test
    void aBrowserIsSentToWhereItWantedToGo() {
        GoogleVisitor visitor = GoogleVisitor.of(clinic.anonymous(), "?redirect=/appointments?from=2026-11-21");
        Answer landed = visitor.comeBackToPage(visitor.agree(subject, claims())).expect(303);
        assertThat(landed.header("Location").orElseThrow()).endsWith("/appointments?from=2026-11-21");
    }

    @Test
    void aBrowserGetsItsSessionInACookieAndGoesOnWithIt() {
        GoogleVisitor visitor = visitor();
        Answer landed = visitor.comeBackToPage(visitor.agree(subject, claims())).expect(303);
        assertThat(landed.header("Location").orElseThrow()).endsWith("/").doesNotContain("?", "#");
        assertThat(landed.text()).isEmpty();
        String refresh = cookie(landed, SessionCookies.REFRESH);
        String csrf = cookie(landed, SessionCookies.CSRF);
        Answer renewed = clinic.anonymous()
                .with("Cookie", refresh)
                .with("X-CSRF-Token", csrf.substring(csrf.indexOf('=') + 1))
                .with("Origin", SuiteServer.get().address().toString().replaceFirst("/$", ""))
                .post("/auth/refresh")
                .expect(200);
        assertThat(renewed.at("/user/username")).isEqualTo(email);
        clinic.as(renewed.at("/accessToken")).get("/auth/me").expect(200);
    }

    /** R-AUTH-3, finding L1: the browser brings its cookie when it leaves for the provider, and not when it comes back. */
    @Test
    void theSessionThatTheBrowserHadEndsWhenItHasSignedIn() {
        GoogleVisitor first = visitor();
        String refresh = cookie(first.comeBackToPage(first.agree(subject, claims())), SessionCookies.REFRESH);
        Api browser = clinic.anonymous().with("Cookie", refresh);

        GoogleVisitor given = GoogleVisitor.of(browser);
        given.comeBackToPage("/auth/google/callback?error=access_denied&state=" + given.state());
        assertThat(sessionsThatGoOn()).isOne();

        GoogleVisitor again = GoogleVisitor.of(browser);
        String back = again.agree(subject, claims());
        assertThat(sessionsThatGoOn()).isOne();
        again.comeBackToPage(back).expect(303);
        assertThat(sessionsThatGoOn()).isOne();
        assertThat(clinic.database()
                        .number(
                                "SELECT count(*) FROM sessions s JOIN refresh_tokens t ON t.session_id = s.id"
                                        + " WHERE s.ended_at IS NULL AND t.hash = sha256(decode(translate(?, '-_', '+/') || '=', 'base64'))",
                                refresh.substring(refresh.indexOf('=') + 1)))
                .isZero();
    }

    private long sessionsThatGoOn() {
        return clinic.database()
                .number(
                        "SELECT count(*) FROM sessions s JOIN users u ON u.id = s.user_id"
                                + " WHERE s.ended_at IS NULL AND lower(u.email) = lower(?)",
                        email);
    }

    private static String cookie(Answer answer, String name) {
        return answer.headers("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(name + "="))
                .map(cookie -> cookie.split(";", 2)[0])
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "https://evil.example",
                "/%5Cevil.example",
                "%5C%5Cevil.example",
                "/%09/evil.example",
                "/%2F%2Fevil.example",
                "/a%0D%0ASet-Cookie:%20x=y",
                "evil",
                "",
                "/a//b",
                "javascript:alert(1)",
                "/@evil",
                "/%252Fevil.example",
                "/api/v1/auth/google"
            })
    void noOtherSiteIsAPlaceToLand(String elsewhere) {
        clinic.anonymous()
                .wrongOnPurpose()
                .get("/auth/google?redirect=" + elsewhere)
                .expectProblem(400, "validation");
    }

    @Test
    void aProgramIsToldTheAddress() {
        Answer departure = clinic.anonymous()
                .with("Accept", "application/json")
                .get("/auth/google")
                .expect(200);
        assertThat(departure.at("/location"))
                .startsWith(TestOpenIdProvider.ofTheSuite().issuer())
                .contains("response_type=code", "state=", "nonce=", "client_id=" + TestOpenIdProvider.CLIENT_ID);
    }

    @Test
    void theCookieIsForThisHostAndNoScriptAndNoOtherSite() {
        String cookie = clinic.anonymous()
                .get("/auth/google")
                .expect(303)
                .header("Set-Cookie")
                .orElseThrow();
        assertThat(cookie)
                .startsWith("__Host-")
                .contains("; Secure", "; HttpOnly", "; SameSite=Lax", "; Path=/", "Max-Age=600")
                .doesNotContain("Domain");
    }

    @Test
    void onlyAVerifiedAddressCounts() {
        for (String unverified : List.of("false", "\"false\"", "0", "\"yes\"")) {
            ObjectNode claims = claims();
            claims.putRawValue("email_verified", new RawValue(unverified));
            visitor().signIn(subject, claims).expectProblem(403, "email-not-verified");
        }
        ObjectNode silent = claims();
        silent.remove("email_verified");
        visitor().signIn(subject, silent).expectProblem(403, "email-not-verified");
        ObjectNode none = claims();
        none.remove("email");
        visitor().signIn(subject, none).expectProblem(400, "sign-in-failed");
        assertThat(users()).isZero();
        assertThat(patients()).isZero();
    }

    @Test
    void anotherAccountsAddressIsRefusedAndNeverJoined() {
        clinic.anonymous()
                .post(
                        "/auth/register",
                        Json.object(
                                "email", email,
                                "password", "a quiet river in October",
                                "firstName", "Per",
                                "lastName", "Son",
                                "dateOfBirth", "1990-12-31"))
                .expect(201);
        ObjectNode shouted = claims().put("email", email.toUpperCase(Locale.ROOT));
        visitor().signIn(subject, shouted).expectProblem(409, "account-conflict");
        assertThat(users()).isOne();
        assertThat(clinic.database()
                        .number("SELECT count(*) FROM users WHERE email = ? AND openid_subject IS NOT NULL", email))
                .isZero();
    }

    @Test
    void theAddressInSomebodysFileIsRefusedToo() {
        clinic.admin()
                .post("/patients", Json.object("firstName", "Pat", "lastName", "Ient", "email", email))
                .expect(201);
        GoogleVisitor visitor = visitor();
        Answer refused =
                visitor.comeBackToPage(visitor.agree(subject, claims())).expect(303);
        assertThat(refused.header("Location").orElseThrow()).contains("/app/sign-in?refused=account-conflict&next=");
        visitor().signIn(subject, claims()).expectProblem(409, "account-conflict");
        assertThat(users()).isZero();
        assertThat(patients()).isOne();
    }

    @Test
    void aClosedAccountStaysClosed() {
        visitor().signIn(subject, claims()).expect(200);
        clinic.database().update("UPDATE users SET enabled = false WHERE email = ?", email);
        visitor().signIn(subject, claims()).expectProblem(403, "account-closed");
    }

    @Test
    void nothingOfItStandsInTheLog() {
        GoogleVisitor visitor = visitor();
        String back = visitor.agree(subject, claims().put("nonce", "not-the-nonce-" + subject));
        visitor.comeBack(back).expectProblem(400, "sign-in-failed");
        visitor().signIn(subject, claims()).expect(200);
        assertThat(SuiteServer.get().logged())
                .doesNotContain(subject, visitor.state(), back.replaceFirst(".*code=([^&]*).*", "$1"));
    }
}
