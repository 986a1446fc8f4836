package health.miadi.patient.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.miadi.testing.Answer;
import health.miadi.testing.Api;
import health.miadi.testing.Clinic;
import health.miadi.testing.GoogleVisitor;
import health.miadi.testing.server.TestOpenIdProvider;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who tries to sign in as somebody else, or to sign somebody else in (R-AUTH-4): never a way in, never a failure. */
class GoogleAttacksIT {
    private final Clinic clinic = Clinic.ofTheSuite();
    private final TestOpenIdProvider provider = TestOpenIdProvider.ofTheSuite();
    private final String subject = Clinic.unique();
    private final ObjectNode claims = GoogleVisitor.claims("google-" + subject + "@example.org", "Zoë", "O'Hara");

    private GoogleVisitor visitor() {
        return GoogleVisitor.of(clinic.anonymous());
    }

    private Api program() {
        return clinic.anonymous().with("Accept", "application/json");
    }

    private void assertNobodyIsNew() {
        assertThat(clinic.database().number("SELECT count(*) FROM users WHERE openid_subject = ?", subject))
                .isZero();
    }

    @Test
    void aStateWithoutItsBrowserIsRefused() {
        String back = visitor().agree(subject, claims);
        program().get(back).expectProblem(400, "sign-in-failed");
        visitor().comeBack(back).expectProblem(400, "sign-in-failed");
        assertNobodyIsNew();
    }

    @Test
    void aForgedStateIsRefused() {
        GoogleVisitor visitor = visitor();
        String back = visitor.agree(subject, claims);
        for (String state : List.of("forged", "", "%00", "x".repeat(4_000))) {
            visitor.comeBack(back.replace(visitor.state(), state)).expectProblem(400, "sign-in-failed");
        }
        visitor.comeBack("/auth/google/callback").expectProblem(400, "sign-in-failed");
        String id = "made-up-" + Clinic.unique();
        program()
                .with("Cookie", "__Host-miadi-openid=" + "s".repeat(36) + "." + "n".repeat(43))
                .with("X-Request-Id", id)
                .get("/auth/google/callback?code=x&state=" + "s".repeat(36))
                .expectProblem(400, "sign-in-failed");
        assertNobodyIsNew();
        // finding M6: anybody could fill the trail with what was never begun here
        assertThat(clinic.database().number("SELECT count(*) FROM audit_entries WHERE request_id = ?", id))
                .isZero();
    }

    @Test
    void aReplayIsRefused() {
        GoogleVisitor visitor = visitor();
        String back = visitor.agree(subject, claims);
        visitor.comeBack(back).expect(200);
        visitor.comeBack(back).expectProblem(400, "sign-in-failed");
        Answer page = visitor.comeBackToPage(back).expect(303);
        assertThat(page.header("Location").orElseThrow()).endsWith("/app/sign-in?refused=sign-in-failed");
    }

    @Test
    void aStateThatIsTooOldIsRefused() {
        GoogleVisitor visitor = visitor();
        String back = visitor.agree(subject, claims);
        clinic.database()
                .update(
                        "UPDATE openid_flows SET expires_at = now() - interval '1 second'"
                                + " WHERE state_hash = sha256(?::bytea)",
                        visitor.state().getBytes(StandardCharsets.US_ASCII));
        visitor.comeBack(back).expectProblem(400, "sign-in-failed");
        assertNobodyIsNew();
    }

    @Test
    void aCodeThatTheProviderDoesNotKnowIsRefused() {
        GoogleVisitor visitor = visitor();
        visitor.agree(subject, claims);
        visitor.comeBack("/auth/google/callback?code=unknown&state=" + visitor.state())
                .expectProblem(400, "sign-in-failed");
        assertNobodyIsNew();
    }

    @ParameterizedTest
    @CsvSource({
        "access_denied, 400, sign-in-failed",
        "server_error, 503, unavailable",
        "<script>alert(1)</script>, 400, sign-in-failed"
    })
    void aRefusalByThePersonOrTheProviderIsAProblem(String error, int status, String slug) {
        GoogleVisitor visitor = visitor();
        String back = "/auth/google/callback?state=" + visitor.state() + "&error="
                + URLEncoder.encode(error, StandardCharsets.UTF_8);
        Answer refused = visitor.comeBack(back).expectProblem(status, slug);
        assertThat(refused.text()).doesNotContain("alert");
        visitor.comeBack(back).expectProblem(400, "sign-in-failed");
    }

    @ParameterizedTest
    @CsvSource({
        "nonce, 'of another sign-in'",
        "iss, https://evil.example",
        "aud, somebody-elses-client",
        "exp, 1000000000",
        "iat, 4000000000"
    })
    void aTokenForAnotherOccasionIsRefused(String claim, String value) {
        ObjectNode wrong = claims.deepCopy();
        if (value.matches("[0-9]+")) {
            wrong.put(claim, Long.parseLong(value));
        } else {
            wrong.put(claim, value);
        }
        visitor().signIn(subject, wrong).expectProblem(400, "sign-in-failed");
        assertNobodyIsNew();
    }

    @Test
    void aTokenThatTheProviderDidNotSignIsRefused() {
        visitor()
                .signIn(Clinic.unique(), GoogleVisitor.claims(Clinic.unique() + "@example.org", "An", "Other"))
                .expect(200);
        GoogleVisitor visitor = visitor();
        String back = visitor.agree(subject, claims);
        try (TestOpenIdProvider.Forgery forgery = provider.forging()) {
            visitor.comeBack(back).expectProblem(400, "sign-in-failed");
        }
        assertNobodyIsNew();
    }

    @Test
    void theProviderMayChangeItsKeys() {
        String user = visitor().signIn(subject, claims).expect(200).at("/user/id");
        provider.rotateKeys();
        assertThat(visitor().signIn(subject, claims).expect(200).at("/user/id")).isEqualTo(user);
    }
}
