package health.miadi.shared.http;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.testing.Answer;
import health.miadi.testing.Api;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that reach no resource: the server answers them itself, and answers as the application does. */
class UnansweredRequestsIT {

    private final Clinic clinic = Clinic.ofTheSuite();
    private final Api admin = clinic.admin().outsideTheContract();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nowhere",
                "/providers/00000000-0000-7000-8000-000000000000/nothing",
                "//nowhere",
                "//api",
                "//api/v2/providers",
                "//WEB-INF/web.xml",
                "//api-docs/nothing.js",
                "//problem-error-pages"
            })
    void anUnknownPathIsNotFound(String path) {
        Answer answer = admin.get(path).expect(404);

        answer.expectProblem(404, "not-found");
        assertThat(answer.header("X-Request-Id")).isPresent();
        assertThat(answer.at("/instance")).isEqualTo(path.startsWith("//") ? path.substring(1) : "/api/v1" + path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"not-a-uuid", "1", "00000000-0000-7000-8000-000000000000", "%C3%A9", "a%20b"})
    void anIdThatNothingHasIsNotFound(String id) {
        admin.get("/providers/" + id).expectProblem(404, "not-found");
    }

    @Test
    void anUnknownPathIsNotFoundForSomebodyWithoutATokenToo() {
        clinic.anonymous().outsideTheContract().get("/nowhere").expectProblem(404, "not-found");
    }

    @Test
    void aMethodThatAPathDoesNotHaveIsRefusedWithThoseItHas() {
        Answer answer = admin.delete("/providers");

        answer.expectProblem(405, "method-not-allowed");
        assertThat(answer.header("Allow").orElse("")).contains("GET", "POST");
        admin.post("/providers/" + UUID.randomUUID(), Json.object()).expectProblem(405, "method-not-allowed");
        admin.send("PROPFIND", "/providers", null).expectProblem(405, "method-not-allowed");
    }

    @Test
    void aMediaTypeThatNoOperationAnswersWithIsNotAcceptable() {
        admin.with("Accept", "application/xml").get("/providers").expectProblem(406, "not-acceptable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/x-www-form-urlencoded", "application/jsonx"})
    void aMediaTypeThatNoOperationReadsIsRefused(String type) {
        admin.with("Content-Type", type).post("/providers", "{}").expectProblem(415, "unsupported-media-type");
    }

    @Test
    void aQueryParameterThatNobodyKnowsIsRefused() {
        admin.get("/providers?serach=x").expectProblem(400, "validation");
        admin.get("/providers/" + clinic.aProvider().id() + "?expand=all").expectProblem(400, "validation");
    }

    @Nested
    class TheRequestId {

        @Test
        void isTheCallersOwnIfItIsSane() {
            assertThat(answerTo("my-request.7:a/b+c=").header("X-Request-Id")).hasValue("my-request.7:a/b+c=");
        }

        @ParameterizedTest
        @ValueSource(strings = {"with space", "<script>", "a\tb", ""})
        void isMadeUpInPlaceOfOneThatIsNot(String mine) {
            assertThat(answerTo(mine).header("X-Request-Id").orElse(""))
                    .isNotEqualTo(mine)
                    .matches("[0-9a-f-]{36}");
        }

        @Test
        void isMadeUpInPlaceOfOneThatIsTooLong() {
            assertThat(answerTo("x".repeat(101)).header("X-Request-Id").orElse(""))
                    .hasSize(36);
        }

        @Test
        void isNewForEveryRequest() {
            assertThat(admin.get("/providers").header("X-Request-Id"))
                    .isNotEqualTo(admin.get("/providers").header("X-Request-Id"));
        }

        private Answer answerTo(String requestId) {
            return admin.with("X-Request-Id", requestId).get("/nowhere").expect(404);
        }
    }
}
