package health.miadi.shared.openapi;

import health.miadi.shared.problem.ProblemType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Adds refusals to an operation: one {@code application/problem+json} response for each status, naming its types. */
final class ProblemResponses {

    private ProblemResponses() {}

    static void add(Operation operation, Set<ProblemType> problems, SharedComponents components) {
        Map<Integer, List<ProblemType>> byStatus = new TreeMap<>();
        problems.forEach(type -> byStatus.computeIfAbsent(type.status(), status -> new ArrayList<>())
                .add(type));
        byStatus.forEach((status, types) -> {
            String code = String.valueOf(status);
            APIResponse response = response(status, types, components);
            APIResponse described = operation.getResponses().getAPIResponse(code);
            if (described != null) {
                response.setDescription(described.getDescription() + ".\n\n" + response.getDescription());
            }
            operation
                    .getResponses()
                    .addAPIResponse(
                            code,
                            types.size() == 1 && described == null
                                    ? components.response(types.get(0), response)
                                    : response);
        });
    }

    private static APIResponse response(int status, List<ProblemType> types, SharedComponents components) {
        APIResponse response = OASFactory.createAPIResponse()
                .description(types.stream()
                        .map(type ->
                                "[`%s`](%s): %s. %s".formatted(type.slug(), type.uri(), type.title(), type.advice()))
                        .collect(Collectors.joining("\n\n")))
                .content(OASFactory.createContent()
                        .addMediaType(
                                "application/problem+json",
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref(SharedComponents.PROBLEM))));
        ResponseHeaders.addRequestId(response, components);
        if (status == 401) {
            response.addHeader(
                    "WWW-Authenticate",
                    components.header(
                            "WWW-Authenticate",
                            "How to authenticate: `Bearer`.",
                            OASFactory.createSchema().addType(SchemaType.STRING)));
        }
        if (status == 429 || status == 503) {
            response.addHeader(
                    "Retry-After",
                    components.header(
                            "Retry-After",
                            "Seconds to wait before the next try.",
                            OASFactory.createSchema()
                                    .addType(SchemaType.INTEGER)
                                    .minimum(BigDecimal.ONE)));
        }
        return response;
    }
}
