package health.miadi.shared.problem;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.testing.Answer;
import health.miadi.testing.Api;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.SuiteServer;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server itself would answer with its own page is answered as a problem too. */
class ServerErrorsIT {

    private final Clinic clinic = Clinic.ofTheSuite();
    private final Api api = clinic.admin().outsideTheContract();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nowhere",
                "/patients/7/nothing",
                "//nowhere",
                "//api",
                "//api/v2/patients",
                "//WEB-INF/web.xml",
                "//META-INF/openapi.yaml"
            })
    void anUnknownPathIsNotFound(String path) {
        Answer answer = api.get(path);
        assertThat(answer.status()).as("%s", answer).isIn(400, 404);
        assertIsProblem(answer);
    }

    @Test
    void anUnknownPathIsNotFoundForSomebodyWithoutATokenToo() {
        Answer answer = clinic.anonymous().outsideTheContract().get("/nowhere");
        assertIsProblem(answer.expectProblem(404, "not-found"));
        assertThat(answer.at("/instance")).isEqualTo("/api/v1/nowhere");
    }

    @Test
    void aMethodThatNobodyKnowsIsRefused() {
        assertIsProblem(api.send("PROPFIND", "/patients", null).expectProblem(405, "method-not-allowed"));
    }

    @Test
    void aWrongMethodSaysWhichAreRight() {
        Answer answer = api.delete("/patients").expectProblem(405, "method-not-allowed");
        assertThat(answer.header("Allow").orElse("")).contains("GET").contains("POST");
        assertIsProblem(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/config", "/openapi", "/.well-known/jwks.json", "/index.html", "/problems/stale"})
    void traceIsRefusedWhereverItIsTried(String path) throws Exception {
        HttpRequest trace = HttpRequest.newBuilder(SuiteServer.get().address().resolve(path))
                .header("X-Marked", "not-to-be-echoed")
                .method("TRACE", HttpRequest.BodyPublishers.noBody())
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(trace, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.headers().firstValue("Allow").orElse("")).contains("GET");
        assertThat(answer.body()).contains("/problems/method-not-allowed").doesNotContain("not-to-be-echoed");
    }

    @Test
    void aLongAddressOrHeaderIsARequestLikeAnyOther() {
        assertIsProblem(api.get("/nowhere/" + "a".repeat(9_000)).expectProblem(404, "not-found"));
        api.with("X-Long", "a".repeat(9_000)).get("/config").expect(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "multipart/form-data", "nonsense", "application/jsonx"})
    void aWrongMediaTypeIsRefused(String type) {
        Answer answer = api.with("Content-Type", type).post("/patients", "{}");
        assertThat(answer.status()).as("%s", answer).isIn(400, 415);
        assertIsProblem(answer);
    }

    @Test
    void aClientThatWantsNoJsonIsRefused() {
        Answer answer = api.with("Accept", "image/png").get("/patients");
        assertThat(answer.status()).as("%s", answer).isEqualTo(406);
        assertIsProblem(answer);
    }

    @Test
    void aBodyOfTenMegabytesIsTooLarge() {
        String body = Json.object("firstName", "x".repeat(10_000_000)).toString();
        assertIsProblem(api.post("/patients", body).expectProblem(413, "payload-too-large"));
    }

    @Test
    void theCallersOwnRequestIdComesBack() {
        Answer answer = api.with("X-Request-Id", "call-7.of_9").get("/nowhere");
        assertThat(answer.header("X-Request-Id")).hasValue("call-7.of_9");
    }

    @Test
    void aRequestIdThatIsTooLongIsReplaced() {
        Answer answer = api.with("X-Request-Id", "x".repeat(101)).get("/nowhere");
        assertThat(answer.header("X-Request-Id").orElse("")).hasSize(36);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>", "a b", "\"quoted\""})
    void anInsaneRequestIdIsReplaced(String id) {
        Answer answer = api.with("X-Request-Id", id).get("/nowhere");
        assertThat(answer.header("X-Request-Id").orElse("")).isNotEmpty().isNotEqualTo(id);
    }

    private static void assertIsProblem(Answer answer) {
        assertThat(answer.header("Content-Type").orElse("")).as("%s", answer).startsWith("application/problem+json");
        assertThat(answer.at("/type")).startsWith("/problems/");
        assertThat(answer.at("/status")).isEqualTo(Integer.toString(answer.status()));
        assertThat(answer.at("/title")).isNotEmpty();
        assertThat(answer.header("X-Request-Id")).isPresent();
        assertThat(answer.text()).doesNotContainIgnoringCase("exception").doesNotContain("\tat ");
    }
}
