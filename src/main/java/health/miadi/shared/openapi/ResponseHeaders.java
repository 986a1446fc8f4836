package health.miadi.shared.openapi;

import static health.miadi.shared.openapi.Parameters.IDEMPOTENCY_KEY;
import static health.miadi.shared.openapi.Parameters.IF_MATCH;
import static health.miadi.shared.openapi.Parameters.IF_NONE_MATCH;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The headers of answers: the request's id on all, the place of what was created, the state of a single resource. */
final class ResponseHeaders {

    private ResponseHeaders() {}

    static void complete(Operation operation, SharedComponents components) {
        boolean conditional = Parameters.declares(operation, IF_MATCH) || Parameters.declares(operation, IF_NONE_MATCH);
        if (Parameters.declares(operation, IF_NONE_MATCH)) {
            operation
                    .getResponses()
                    .addAPIResponse("304", OASFactory.createAPIResponse().description("Not changed; no body."));
        }
        // after a removal nothing is left whose state could be named, whatever is answered
        boolean removes = operation.getResponses().getAPIResponses().containsKey("204");
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (response.getRef() != null) {
                return;
            }
            addRequestId(response, components);
            boolean created = status.equals("201");
            if (created) {
                response.addHeader(
                        "Location",
                        components.header("Location", "Where the new resource is.", string().format("uri-reference")));
            }
            if (status.equals("304")
                    || (created
                            ? Parameters.declares(operation, IDEMPOTENCY_KEY)
                                    || Parameters.declares(operation, IF_MATCH)
                            : conditional && !removes && status.equals("200"))) {
                response.addHeader(
                        "ETag",
                        components.header("ETag", "Names this state of the resource, for `If-Match`.", string()));
            }
        });
    }

    static void addRequestId(APIResponse response, SharedComponents components) {
        response.addHeader(
                "X-Request-Id",
                components.header(
                        "X-Request-Id",
                        "The id of the request, the caller's own if it sent a sane one; the server's log carries it too.",
                        string()));
    }

    private static Schema string() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }
}
