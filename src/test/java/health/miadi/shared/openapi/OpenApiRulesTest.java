package health.miadi.shared.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.parser.OpenAPIV3Parser;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules find what they are there to find. */
class OpenApiRulesTest {

    @Test
    void anOperationWithoutNameSummaryOrErrorsIsFound() {
        assertThat(violations("""
                /api/v1/things:
                    get:
                      operationId: things_GET
                      responses:
                        "200":
                          description: OK
                """))
                .contains(
                        "GET /api/v1/things has an operationId that is no method name: things_GET",
                        "GET /api/v1/things has no summary",
                        "GET /api/v1/things has no description",
                        "GET /api/v1/things does not say whether one signs in for it",
                        "GET /api/v1/things does not have one tag",
                        "GET /api/v1/things lacks the error responses [400, 406, 503]",
                        "GET /api/v1/things has no X-Request-Id in 200");
    }

    @Test
    void anExtensionAmongTheResponsesIsFound() {
        assertThat(violations("""
                /api/v1/things:
                    get:
                      operationId: listThings
                      responses: {"200": {description: OK}, x-problems: stale}
                """))
                .contains("GET /api/v1/things has extensions among its responses, which many tools read as a response");
    }

    @Test
    void aRepeatedNameIsFound() {
        assertThat(violations("""
                /api/v1/things:
                    get:
                      operationId: listThings
                      responses: {"200": {description: OK}}
                    post:
                      operationId: listThings
                      responses: {"200": {description: OK}}
                """)).contains("POST /api/v1/things repeats the operationId listThings");
    }

    @Test
    void anErrorThatIsNoProblemIsFound() {
        assertThat(violations("""
                /api/v1/things:
                    get:
                      operationId: listThings
                      responses: {"200": {description: OK}, "404": {description: "?", content: {application/json: {}}}}
                """)).contains("GET /api/v1/things does not answer 404 as a problem");
    }

    @Test
    void aChangeWithoutPreconditionIsFound() {
        assertThat(violations("""
                /api/v1/things/{id}:
                    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
                    delete:
                      operationId: deleteThing
                      responses: {"204": {description: Gone}}
                """)).contains("DELETE /api/v1/things/{id} takes no If-Match");
    }

    @Test
    void aCreationWithoutLocationIsFound() {
        assertThat(violations("""
                /api/v1/things:
                    post:
                      operationId: createThing
                      security: [{accessToken: []}]
                      responses: {"201": {description: Created}}
                """))
                .contains(
                        "POST /api/v1/things creates without a Location",
                        "POST /api/v1/things creates without an Idempotency-Key",
                        "POST /api/v1/things lacks the error responses [400, 401, 406, 503]");
    }

    @Test
    void aNullWithoutATypeIsFound() {
        assertThat(violations("""
                {}
                components:
                  schemas:
                    Colour: {type: string}
                    Thing: {type: object, properties: {colour: {nullable: true, allOf: [{$ref: "#/components/schemas/Colour"}]}}}
                """)).contains("Thing.colour is nullable without a type");
    }

    private static List<String> violations(String paths) {
        String document = """
                openapi: 3.0.3
                info: {title: Things, version: "1"}
                paths:
                  %s""".formatted(paths);
        return OpenApiRules.violations(
                new OpenAPIV3Parser().readContents(document).getOpenAPI());
    }
}
