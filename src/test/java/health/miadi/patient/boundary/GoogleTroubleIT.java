package health.miadi.patient.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.testing.Answer;
import health.miadi.testing.Api;
import health.miadi.testing.GoogleVisitor;
import health.miadi.testing.Json;
import health.miadi.testing.server.ServerUnderTest;
import health.miadi.testing.server.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A provider in trouble (R-AUTH-4): the application starts without it, says so while it lasts, and goes on afterwards. It has
 * a server of its own, because what a server knows of its provider stays.
 */
class GoogleTroubleIT {
    @Test
    void isAProblemNeverAFailureAndPasses() throws Exception {
        try (TroubledProvider provider = new TroubledProvider();
                TestDatabase database = TestDatabase.start();
                ServerUnderTest server = ServerUnderTest.another("google-trouble", database, provider.environment())) {
            Api api = Api.at(server.address());
            assertThat(api.get("/config").expect(200).text()).contains("\"googleSignIn\":true");

            for (String document : List.of("", "<html>", "{}", "[]", "{\"issuer\": 1}")) {
                provider.answer(TroubledProvider.DISCOVERY, 200, document);
                api.get("/auth/google").expectProblem(503, "unavailable");
            }
            provider.answer(TroubledProvider.DISCOVERY, 500, "{}");
            api.get("/auth/google").expectProblem(503, "unavailable");
            Answer page = api.with("Accept", "text/html")
                    .get("/auth/google?redirect=/app/find")
                    .expect(303);
            assertThat(page.header("Location")).hasValueSatisfying(to -> assertThat(to)
                    .endsWith("/app/sign-in?refused=unavailable&next=%2Fapp%2Ffind"));
            provider.recover();
            api.get("/auth/google").expect(303);

            assertThatNoAnswerToTheCodeIsAFailure(provider, api);
            assertThat(database.number("SELECT count(*) FROM users")).isZero();
        }
    }

    private static void assertThatNoAnswerToTheCodeIsAFailure(TroubledProvider provider, Api api) {
        for (String nonsense : List.of("", "<html>", "[]")) {
            provider.answer(TroubledProvider.TOKEN, 200, nonsense);
            comeBack(GoogleVisitor.of(api)).expectProblem(503, "unavailable");
        }
        provider.answer(TroubledProvider.TOKEN, 400, "{\"error\": \"invalid_grant\"}");
        comeBack(GoogleVisitor.of(api)).expectProblem(400, "sign-in-failed");
        for (String useless :
                List.of("{}", "{\"access_token\": \"a\"}", "{\"access_token\": \"a\", \"id_token\": \"b\"}")) {
            provider.answer(TroubledProvider.TOKEN, 200, useless);
            comeBack(GoogleVisitor.of(api)).expectProblem(400, "sign-in-failed");
        }
        GoogleVisitor visitor = GoogleVisitor.of(api);
        provider.answer(TroubledProvider.TOKEN, 200, unsigned(provider, visitor));
        provider.answer("/userinfo", 200, "{\"sub\": \"somebody\"}");
        Answer refused = comeBack(visitor).expectProblem(400, "sign-in-failed");
        assertThat(refused.at("/detail")).isEqualTo("The provider did not sign what it says.");
    }

    private static Answer comeBack(GoogleVisitor visitor) {
        return visitor.comeBack("/auth/google/callback?code=any&state=" + visitor.state());
    }

    /** Tokens that are right in all, but that nobody signed; the platform's mechanism takes them. */
    private static String unsigned(TroubledProvider provider, GoogleVisitor visitor) {
        long now = Clock.systemUTC().instant().getEpochSecond();
        String claims = Json.object(
                        "iss",
                        provider.issuer(),
                        "aud",
                        TroubledProvider.CLIENT_ID,
                        "sub",
                        "somebody",
                        "nonce",
                        visitor.provider().getRawQuery().replaceFirst(".*\\bnonce=([^&]*).*", "$1"),
                        "email",
                        "somebody@example.org",
                        "email_verified",
                        true,
                        "iat",
                        now,
                        "exp",
                        now + 600)
                .toString();
        String token = base64("{\"alg\":\"none\"}") + "." + base64(claims) + ".";
        return Json.object("access_token", "a", "token_type", "Bearer", "id_token", token)
                .toString();
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
