package health.miadi.shared.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import health.miadi.testing.Answer;
import health.miadi.testing.Api;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.RawConnection;
import health.miadi.testing.TestPatient;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every answer tells a browser, whoever made the answer: the application, a refusal, or the server on its own (findings M10, L4). */
class AnswerHeadersIT {

    private static final Map<String, String> ALWAYS = Map.of(
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Referrer-Policy", "no-referrer",
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY");

    private final Clinic clinic = Clinic.ofTheSuite();
    private final Api anybody = clinic.anonymous().outsideTheContract();

    private static Answer assertGuarded(Answer answer) {
        ALWAYS.forEach((name, value) ->
                assertThat(answer.headers(name)).as("%s of %s", name, answer).containsExactly(value));
        assertThat(answer.headers("Permissions-Policy")).hasSize(1);
        assertThat(answer.headers("X-Request-Id")).hasSize(1);
        assertThat(answer.headers("Date"))
                .as("the server's time (RFC 9110, 6.6.1)")
                .singleElement()
                .extracting(date -> Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)))
                .satisfies(
                        date -> assertThat(date).isCloseTo(Clock.systemUTC().instant(), within(5, ChronoUnit.MINUTES)));
        assertThat(answer.headers("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
                .doesNotContain("unsafe", "*", "http:");
        assertThat(answer.header("Server")).isEmpty();
        assertThat(answer.header("X-Powered-By")).isEmpty();
        return answer;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//",
                "//assets/style/plain.css",
                "//api-docs/",
                "//api-docs/swagger-ui-bundle.js",
                "//openapi",
                "//problems/",
                "//problems/validation",
                "//.well-known/jwks.json",
                "/config"
            })
    void everyPageHasThem(String path) {
        assertGuarded(anybody.get(path).expect(200));
    }

    @ParameterizedTest
    @ValueSource(strings = {"//nowhere", "//WEB-INF/web.xml", "//problems/nothing", "/nowhere", "/patients/x"})
    void whatIsNotThereHasThem(String path) {
        Answer answer = assertGuarded(anybody.get(path));
        assertThat(answer.status()).isBetween(400, 404);
        assertThat(answer.headers("Cache-Control")).containsExactly("no-store");
    }

    @Test
    void everyRefusalHasThem() {
        Api somebody = clinic.aPatient().api().outsideTheContract();
        for (Answer refused : new Answer[] {
            anybody.get("/auth/me").expect(401),
            anybody.as("nonsense").get("/auth/me").expect(401),
            somebody.post("/providers", "{}").expect(403),
            somebody.post("/appointments", "{").expect(400),
            somebody.with("Content-Type", "text/plain")
                    .post("/appointments", "x")
                    .expect(415),
            somebody.post("/appointments", "\"" + "x".repeat(140_000) + "\"").expect(413),
            somebody.send("PROPFIND", "/patients", null).expect(405)
        }) {
            assertGuarded(refused);
            assertThat(refused.headers("Cache-Control")).containsExactly("no-store");
        }
    }

    @Test
    void whatIsPersonalIsStoredByNobody() {
        TestPatient patient = clinic.aPatient();
        Api api = patient.api();
        assertThat(assertGuarded(api.get("/appointments").expect(200)).headers("Cache-Control"))
                .containsExactly("no-store");
        Answer file = assertGuarded(api.get("/patients/" + patient.id()).expect(200));
        assertThat(file.headers("Cache-Control")).containsExactly("no-store");
        Answer same = api.with("If-None-Match", file.etag()).get("/patients/" + patient.id());
        assertThat(assertGuarded(same.expect(304)).headers("Cache-Control")).containsExactly("no-store");
        assertThat(assertGuarded(clinic.anonymous()
                                .post("/auth/login", Json.object("username", "nobody", "password", "nothing"))
                                .expect(401))
                        .headers("Cache-Control"))
                .containsExactly("no-store");
    }

    @Test
    void encryptionIsDemandedOnlyWhereThereIsSome() {
        assertThat(anybody.get("/config").headers("Strict-Transport-Security")).isEmpty();
        assertThat(anybody.with("X-Forwarded-Proto", "https").get("/config").headers("Strict-Transport-Security"))
                .containsExactly("max-age=31536000; includeSubDomains");
        assertThat(anybody.with("X-Forwarded-Proto", "https")
                        .as("nonsense")
                        .get("/auth/me")
                        .expect(401)
                        .headers("Strict-Transport-Security"))
                .hasSize(1);
    }

    @Test
    void nobodyIsSentToAHostThatTheRequestMadeUp() throws Exception {
        String request = "GET /problems HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n";
        try (var connection = new RawConnection(request)) {
            assertThat(connection.untilItCloses())
                    .contains("Location: /problems/")
                    .doesNotContain("evil.example");
        }
    }
}
