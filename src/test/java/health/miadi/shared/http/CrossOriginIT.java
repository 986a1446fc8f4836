package health.miadi.shared.http;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.testing.Answer;
import health.miadi.testing.Api;
import health.miadi.testing.Clinic;
import health.miadi.testing.server.ServerUnderTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of other origins use the API only where the configuration names their origin (R-AUTH-7). */
class CrossOriginIT {

    private static final String FRONT_END = ServerUnderTest.FRONT_END;
    private static final String ALLOWED = "Access-Control-Allow-Origin";
    private static final String CREDENTIALS = "Access-Control-Allow-Credentials";

    private final Api anybody = Clinic.ofTheSuite().anonymous().outsideTheContract();

    private Api from(String origin) {
        return anybody.with("Origin", origin);
    }

    private Answer preflight(String origin, String path) {
        return from(origin)
                .with("Access-Control-Request-Method", "PUT")
                .with("Access-Control-Request-Headers", "authorization,if-match")
                .send("OPTIONS", path, null);
    }

    private static void assertClosed(Answer answer) {
        assertThat(answer.headers(ALLOWED)).as("%s", answer).isEmpty();
        assertThat(answer.headers(CREDENTIALS)).isEmpty();
        assertThat(answer.headers("Access-Control-Allow-Methods")).isEmpty();
    }

    @Nested
    class TheConfiguredOrigin {

        @Test
        void mayReadAnswersAndTheirHeaders() {
            Answer answer = from(FRONT_END).get("/config").expect(200);
            assertThat(answer.headers(ALLOWED)).containsExactly(FRONT_END);
            assertThat(answer.headers("Vary")).containsExactly("Origin");
            assertThat(answer.headers("Access-Control-Expose-Headers"))
                    .containsExactly("ETag, Location, Retry-After, X-Request-Id");
            assertThat(answer.headers(CREDENTIALS)).isEmpty();
        }

        @Test
        void mayReadRefusalsToo() {
            assertThat(from(FRONT_END).get("/auth/me").expect(401).headers(ALLOWED))
                    .containsExactly(FRONT_END);
            assertThat(from(FRONT_END)
                            .as("nonsense")
                            .get("/auth/me")
                            .expect(401)
                            .headers(ALLOWED))
                    .containsExactly(FRONT_END);
            assertThat(from(FRONT_END).get("/nowhere").expect(404).headers(ALLOWED))
                    .containsExactly(FRONT_END);
        }

        @Test
        void mayAskBeforehandWithoutCredentials() {
            Answer answer = preflight(FRONT_END, "/patients/x").expect(204);
            assertThat(answer.headers(ALLOWED)).containsExactly(FRONT_END);
            assertThat(answer.header("Access-Control-Allow-Methods").orElse("")).contains("PUT", "PATCH", "DELETE");
            assertThat(answer.header("Access-Control-Allow-Headers").orElse(""))
                    .contains("Authorization", "If-Match", "Idempotency-Key");
            assertThat(answer.header("Vary").orElse("")).contains("Origin", "Access-Control-Request-Method");
            assertThat(answer.headers(CREDENTIALS)).isEmpty();
        }

        @Test
        void sendsItsCookieToWhereTheRefreshTokenLivesAndNowhereElse() {
            assertThat(preflight(FRONT_END, "/auth/refresh").expect(204).headers(CREDENTIALS))
                    .containsExactly("true");
            assertThat(preflight(FRONT_END, "/appointments").expect(204).headers(CREDENTIALS))
                    .isEmpty();
        }

        @Test
        void mayNotReadWhatIsNoApi() {
            assertClosed(from(FRONT_END).get("//").expect(200));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "https://evil.example",
                "http://front.example.org",
                "https://front.example.org:8443",
                "https://front.example.org.evil.example",
                "https://evil-front.example.org",
                "https://FRONT.example.org",
                "https://front.example.org/",
                "https://front.example.org, https://evil.example"
            })
    void anotherOriginIsToldNothing(String origin) {
        Answer answer = from(origin).get("/config").expect(200);
        assertClosed(answer);
        assertThat(answer.headers("Vary")).containsExactly("Origin");
        assertClosed(from(origin).get("/auth/me").expect(401));
        assertClosed(preflight(origin, "/patients/x"));
    }
}
