package health.miadi.patient.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.miadi.testing.Answer;
import health.miadi.testing.Api;
import health.miadi.testing.Clinic;
import health.miadi.testing.GoogleVisitor;
import health.miadi.testing.Json;
import health.miadi.testing.SuiteServer;
import health.miadi.testing.TestApp;
import health.miadi.testing.TestAuthenticator;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who comes by an OpenID provider and has a second factor is asked for it here (R-AUTH-10), whatever the provider asked for. */
class GoogleSecondFactorIT {
    private static final URI SERVER = SuiteServer.get().address();
    private static final String ORIGIN = "http://" + SERVER.getRawAuthority();

    private final Clinic clinic = Clinic.ofTheSuite();
    private final String subject = Clinic.unique();
    private final ObjectNode claims = GoogleVisitor.claims("google-" + subject + "@example.org", "Zoë", "O'Hara");
    private final Answer first = visitor().signIn(subject, claims).expect(200);
    private final Api person = clinic.as(first.at("/accessToken"));
    private final UUID user = UUID.fromString(first.at("/user/id"));
    private final TestApp app = TestApp.setUp(clinic, person, user, Json.object());

    private GoogleVisitor visitor() {
        return GoogleVisitor.of(clinic.anonymous());
    }

    /** What the provider says of a second factor of its own is not believed. */
    private Answer asked() {
        ObjectNode trusting =
                claims.deepCopy().put("acr", "http://schemas.openid.net/pape/policies/2007/06/multi-factor");
        trusting.putArray("amr").add("mfa").add("hwk");
        return visitor().signIn(subject, trusting).expectProblem(401, "second-factor-required");
    }

    private Answer give(String token, String code) {
        return clinic.anonymous().post("/auth/google/second-factor", Json.object("token", token, "code", code));
    }

    @Test
    void theProvidersWordAloneOpensNoSession() {
        Answer asked = asked();
        assertThat(asked.json().at("/methods").toString()).isEqualTo("[\"app\",\"recovery-code\"]");
        String token = asked.at("/secondStep");
        give(token, app.wrongCode()).expectProblem(401, "second-factor-required");
        Answer in = give(token, app.code()).expect(200);
        assertThat(in.at("/user/id")).isEqualTo(user.toString());
        give(token, app.later().code()).expectProblem(400, "sign-in-failed"); // the word counts once
        assertThat(clinic.database()
                        .texts(
                                "SELECT outcome || ' ' || detail FROM audit_entries WHERE entity_id = ? AND action = 'signed_in' ORDER BY id",
                                user))
                .contains("done by=provider", "refused wrong-code", "done by=provider_and_app");
    }

    @Test
    void theWordEndsWithTimeAndWithTheLink() {
        String token = asked().at("/secondStep");
        clinic.database().update("UPDATE openid_flows SET expires_at = now() WHERE proved_user = ?", user);
        give(token, app.code()).expectProblem(400, "sign-in-failed");
        give("made up", app.code()).expectProblem(400, "sign-in-failed");
        String another = asked().at("/secondStep");
        clinic.database().update("UPDATE users SET openid_issuer = NULL, openid_subject = NULL WHERE id = ?", user);
        give(another, app.code()).expectProblem(400, "sign-in-failed");
    }

    @Test
    void aPasskeyIsOneToo() {
        person.post("/auth/totp/removal", Json.object("code", app.code())).expect(204);
        TestAuthenticator device = new TestAuthenticator(ORIGIN, SERVER.getHost());
        Answer options = person.post("/auth/passkeys/options").expect(200);
        person.post("/auth/passkeys", device.make(options)).expect(200);
        String token = asked().at("/secondStep");
        Answer begun = clinic.anonymous().post("/auth/passkeys/challenge").expect(200);
        clinic.anonymous()
                .with("Cookie", begun.header("Set-Cookie").orElseThrow().split(";", 2)[0])
                .post(
                        "/auth/google/second-factor",
                        Json.object("token", token).set("passkey", device.show(begun.at("/challenge"))))
                .expect(200);
    }

    @Test
    void aBrowserIsAskedOnThePageOfTheSignInAndHasTheWordInACookie() {
        GoogleVisitor visitor = GoogleVisitor.of(clinic.anonymous(), "?redirect=/app/visits");
        Answer landed = visitor.comeBackToPage(visitor.agree(subject, claims)).expect(303);
        assertThat(landed.header("Location").orElseThrow()).endsWith("/app/sign-in?step=second&next=%2Fapp%2Fvisits");
        assertThat(landed.headers("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("__Host-miadi-refresh=ey"));
        String cookie = landed.headers("Set-Cookie").stream()
                .filter(each -> each.startsWith("__Host-miadi-second-step="))
                .findFirst()
                .orElseThrow();
        assertThat(cookie).contains("HttpOnly", "Secure", "SameSite=Strict");
        Api browser = clinic.anonymous().with("Cookie", cookie.split(";", 2)[0]);
        browser.with("Origin", "https://evil.example")
                .post("/auth/google/second-factor", Json.object("code", app.code()))
                .expectProblem(403, "forbidden");
        Answer in = browser.with("Origin", ORIGIN)
                .post("/auth/google/second-factor", Json.object("code", app.code()))
                .expect(200);
        assertThat(in.at("/csrfToken")).isNotEmpty();
        assertThat(in.json().at("/refreshToken").isNull()).isTrue();
    }
}
