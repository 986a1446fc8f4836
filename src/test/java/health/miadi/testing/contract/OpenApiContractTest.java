package health.miadi.testing.contract;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The judge of the other tests is judged here: it must let the described pass and nothing else. */
class OpenApiContractTest {

    private static final String ID = "01890a5d-ac96-774b-bcce-b302099a8057";

    private final OpenApiContract contract = OpenApiContract.ofJson("""
            {"openapi": "3.1.0", "paths": {
              "/api/v1/things": {"post": {
                "parameters": [
                  {"in": "query", "name": "limit", "schema": {"type": "integer", "maximum": 200}},
                  {"in": "header", "name": "Idempotency-Key", "required": true, "schema": {"type": "string"}}],
                "requestBody": {"required": true, "content": {"application/json":
                  {"schema": {"$ref": "#/components/schemas/Thing"}}}},
                "responses": {
                  "201": {"headers": {"ETag": {"required": true}}, "content": {"application/json":
                    {"schema": {"$ref": "#/components/schemas/Thing"}}}},
                  "204": {}}}},
              "/api/v1/things/{id}": {"get": {
                "parameters": [{"in": "path", "name": "id", "required": true,
                  "schema": {"type": "string", "format": "uuid"}}],
                "responses": {"404": {"$ref": "#/components/responses/Problem"}}}}},
             "components": {
              "responses": {"Problem": {"content": {"application/problem+json":
                {"schema": {"$ref": "#/components/schemas/Problem"}}}}},
              "schemas": {
                "Thing": {"type": "object", "required": ["name"], "properties": {
                  "name": {"type": "string"}, "start": {"type": "string", "format": "date-time"},
                  "note": {"type": ["string", "null"]}}},
                "Problem": {"type": "object", "properties": {"status": {"type": "integer"}},
                  "additionalProperties": true}}}}
            """);

    @Nested
    class Request {

        @Test
        void aDescribedRequestPasses() {
            assertThatCode(() -> create("?limit=200", "{\"name\":\"a\"}", 204, ""))
                    .doesNotThrowAnyException();
        }

        @Test
        void aMemberOfTheWrongTypeIsADeparture() {
            assertDeparture("string expected", () -> create("", "{\"name\":1}", 204, ""));
        }

        @Test
        void anUnknownMemberIsADeparture() {
            assertDeparture("nmae", () -> create("", "{\"name\":\"a\",\"nmae\":\"b\"}", 204, ""));
        }

        @Test
        void aMissingBodyIsADeparture() {
            assertDeparture("no request body", () -> create("", null, 204, ""));
        }

        @Test
        void anUnknownQueryParameterIsADeparture() {
            assertDeparture("lmit", () -> create("?lmit=1", "{\"name\":\"a\"}", 204, ""));
        }

        @Test
        void aQueryParameterOutOfBoundsIsADeparture() {
            assertDeparture("limit", () -> create("?limit=201", "{\"name\":\"a\"}", 204, ""));
        }

        @Test
        void aMissingHeaderIsADeparture() {
            assertDeparture(
                    "Idempotency-Key",
                    () -> contract.check(
                            exchange("POST", "/things", Map.of(), "{\"name\":\"a\"}", 204, Map.of(), ""), true));
        }

        @Test
        void aPathParameterOfTheWrongFormatIsADeparture() {
            assertDeparture("uuid", () -> contract.check(problem("/things/7"), true));
        }

        @Test
        void aRequestThatIsWrongOnPurposeIsNotJudged() {
            assertThatCode(() -> contract.check(problem("/things/7"), false)).doesNotThrowAnyException();
        }

        @Test
        void anUnknownOperationIsADeparture() {
            assertDeparture("no operation", () -> contract.check(problem("/things/" + ID + "/parts"), true));
        }
    }

    @Nested
    class Answer {

        @Test
        void aDescribedAnswerPasses() {
            assertThatCode(() -> created("{\"name\":\"a\",\"note\":null,\"start\":\"2026-01-05T09:00:00Z\"}"))
                    .doesNotThrowAnyException();
        }

        @Test
        void aReferredAnswerMayHaveTheMembersThatItsSchemaLeavesOpen() {
            assertThatCode(() -> contract.check(problem("/things/" + ID), true)).doesNotThrowAnyException();
        }

        @Test
        void anUndescribedStatusIsADeparture() {
            assertDeparture("status 500", () -> create("", "{\"name\":\"a\"}", 500, ""));
        }

        @Test
        void anUndescribedBodyIsADeparture() {
            assertDeparture("body, where none", () -> create("", "{\"name\":\"a\"}", 204, "surprise"));
        }

        @Test
        void anUndescribedMemberIsADeparture() {
            assertDeparture("secret", () -> created("{\"name\":\"a\",\"secret\":\"b\"}"));
        }

        @Test
        void aTimeWithoutAnOffsetIsADeparture() {
            assertDeparture("date-time", () -> created("{\"name\":\"a\",\"start\":\"2026-01-05T09:00:00\"}"));
        }

        @Test
        void anUndescribedContentTypeIsADeparture() {
            Map<String, String> html = Map.of("Content-Type", "text/html", "ETag", "\"1\"");
            assertDeparture("text/html", () -> answer(201, html, "<html>"));
        }

        @Test
        void aMissingHeaderIsADeparture() {
            Map<String, String> headers = Map.of("Content-Type", "application/json");
            assertDeparture("ETag", () -> answer(201, headers, "{\"name\":\"a\"}"));
        }

        @Test
        void anUndescribedHeaderThatMeansSomethingIsADeparture() {
            assertDeparture("Location", () -> answer(204, Map.of("Location", "/there"), ""));
        }
    }

    private static void assertDeparture(String saying, Runnable check) {
        assertThatThrownBy(check::run).isInstanceOf(AssertionError.class).hasMessageContaining(saying);
    }

    private void create(String query, @Nullable String body, int status, String answer) {
        Map<String, String> headers = Map.of("Content-Type", "application/json", "Idempotency-Key", "k");
        contract.check(exchange("POST", "/things" + query, headers, body, status, Map.of(), answer), true);
    }

    private void created(String answer) {
        answer(201, Map.of("Content-Type", "application/json;charset=UTF-8", "ETag", "\"1\""), answer);
    }

    private void answer(int status, Map<String, String> headers, String body) {
        contract.check(exchange("POST", "/things", Map.of(), null, status, headers, body), false);
    }

    private static Exchange problem(String path) {
        Map<String, String> headers = Map.of("Content-Type", "application/problem+json");
        return exchange("GET", path, Map.of(), null, 404, headers, "{\"status\":404,\"more\":true}");
    }

    private static Exchange exchange(
            String method,
            String path,
            Map<String, String> requestHeaders,
            @Nullable String body,
            int status,
            Map<String, String> answerHeaders,
            String answer) {
        URI uri = URI.create("http://localhost/api/v1" + path);
        return new Exchange(method, uri, headers(requestHeaders), body, status, headers(answerHeaders), answer);
    }

    private static HttpHeaders headers(Map<String, String> values) {
        Map<String, List<String>> lists = new java.util.HashMap<>();
        values.forEach((name, value) ->
                lists.computeIfAbsent(name, key -> new ArrayList<>()).add(value));
        return HttpHeaders.of(lists, (name, value) -> true);
    }
}
