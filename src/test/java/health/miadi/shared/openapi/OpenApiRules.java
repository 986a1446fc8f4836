package health.miadi.shared.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the contract asks of every operation in the OpenAPI document, as sentences about the operations that break it. */
final class OpenApiRules {

    /** What is ended whatever has become of it meanwhile: a session has no version that somebody could have read. */
    private static final String ENDED = "/api/v1/auth/sessions/{id}";

    /** A verb, mostly with what it is done to, short enough for a method name. */
    private static final Pattern METHOD_NAME = Pattern.compile("(?=.{5,40}$)[a-z]+([A-Z][a-z]+)*");

    private static final String PROBLEM = "application/problem+json";

    private final OpenAPI document;
    private final List<String> violations = new ArrayList<>();

    private OpenApiRules(OpenAPI document) {
        this.document = document;
    }

    /** Each violation as a sentence that begins with the method and path, in the order of the document. */
    static List<String> violations(OpenAPI document) {
        var rules = new OpenApiRules(document);
        Set<String> operationIds = new HashSet<>();
        document.getPaths().forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
            rules.names(method + " " + path, operation, operationIds);
            rules.responses(method + " " + path, operation);
            rules.preconditions(method, path, operation);
            rules.creation(method, path, operation);
        }));
        if (document.getComponents() != null && document.getComponents().getSchemas() != null) {
            document.getComponents().getSchemas().forEach(rules::nulls);
        }
        return rules.violations;
    }

    /** Null counts only beside a type that is said in the same schema (OpenAPI 3.0.3, "nullable"). */
    private void nulls(String name, Schema<?> schema) {
        if (schema.getProperties() != null) {
            schema.getProperties()
                    .forEach((member, property) -> require(
                            property.getNullable() == null || property.getType() != null,
                            name + "." + member,
                            "is nullable without a type"));
        }
    }

    private static boolean needsToken(Operation operation) {
        return operation.getSecurity() != null && !operation.getSecurity().isEmpty();
    }

    private void names(String where, Operation operation, Set<String> operationIds) {
        String id = String.valueOf(operation.getOperationId());
        require(METHOD_NAME.matcher(id).matches(), where, "has an operationId that is no method name: " + id);
        require(operationIds.add(id), where, "repeats the operationId " + id);
        require(isText(operation.getSummary()), where, "has no summary");
        require(operation.getTags() != null && operation.getTags().size() == 1, where, "does not have one tag");
    }

    private void responses(String where, Operation operation) {
        ApiResponses responses = operation.getResponses();
        require(responses.keySet().stream().anyMatch(status -> status.startsWith("2")), where, "never succeeds");
        Set<String> expected = new TreeSet<>(Set.of("400", "406", "503"));
        require(operation.getSecurity() != null, where, "does not say whether one signs in for it");
        require(isText(operation.getDescription()), where, "has no description");
        require(
                responses.getExtensions() == null,
                where,
                "has extensions among its responses, which many tools read as a response");
        if (needsToken(operation)) {
            expected.add("401");
        }
        if (operation.getRequestBody() != null) {
            expected.addAll(Set.of("413", "415"));
        }
        expected.removeAll(responses.keySet());
        require(expected.isEmpty(), where, "lacks the error responses " + expected);
        responses.forEach((status, reference) -> {
            ApiResponse response = resolved(reference);
            require(isText(response.getDescription()), where, "does not describe " + status);
            require(has(response.getHeaders(), "X-Request-Id"), where, "has no X-Request-Id in " + status);
            if (status.charAt(0) >= '4') {
                require(
                        response.getContent() != null
                                && Set.of(PROBLEM).equals(response.getContent().keySet()),
                        where,
                        "does not answer " + status + " as a problem");
            }
        });
    }

    private void preconditions(HttpMethod method, String path, Operation operation) {
        String where = method + " " + path;
        Set<String> statuses = operation.getResponses().keySet();
        boolean changesOne =
                Set.of(HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE).contains(method)
                        && path.endsWith("}")
                        && !path.equals(ENDED);
        boolean acts = method == HttpMethod.POST && path.matches(".*/appointments/\\{[^/]+}/.*");
        require(declares(operation, "If-Match") || !(changesOne || acts), where, "takes no If-Match");
        require(
                declares(operation, "If-Match") == statuses.containsAll(Set.of("412", "428")),
                where,
                "has If-Match without 412 and 428, or these without it");
        require(
                declares(operation, "If-None-Match") == statuses.contains("304"),
                where,
                "has If-None-Match without 304, or 304 without it");
        if (method == HttpMethod.GET && path.endsWith("}")) {
            require(declares(operation, "If-None-Match"), where, "takes no If-None-Match");
            require(has(header(operation, "200"), "ETag"), where, "answers without an ETag");
        }
    }

    private void creation(HttpMethod method, String path, Operation operation) {
        String where = method + " " + path;
        if (method == HttpMethod.POST && operation.getResponses().containsKey("201")) {
            require(has(header(operation, "201"), "Location"), where, "creates without a Location");
            // Keys belong to a user: who registers is none yet.
            require(
                    !needsToken(operation) || declares(operation, "Idempotency-Key"),
                    where,
                    "creates without an Idempotency-Key");
        }
        if (declares(operation, "Idempotency-Key")) {
            require(
                    operation.getResponses().keySet().containsAll(Set.of("409", "422")),
                    where,
                    "takes an Idempotency-Key and lacks 409 or 422");
        }
    }

    private @Nullable Map<String, Header> header(Operation operation, String status) {
        ApiResponse response = operation.getResponses().get(status);
        return response == null ? null : resolved(response).getHeaders();
    }

    private boolean declares(Operation operation, String name) {
        return operation.getParameters() != null
                && operation.getParameters().stream()
                        .map(this::resolved)
                        .anyMatch(parameter -> name.equals(parameter.getName()));
    }

    private Parameter resolved(Parameter parameter) {
        return parameter.get$ref() == null
                ? parameter
                : Objects.requireNonNull(
                        document.getComponents().getParameters().get(lastPart(parameter.get$ref())));
    }

    private ApiResponse resolved(ApiResponse response) {
        return response.get$ref() == null
                ? response
                : Objects.requireNonNull(document.getComponents().getResponses().get(lastPart(response.get$ref())));
    }

    private static String lastPart(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }

    private static boolean has(@Nullable Map<String, ?> map, String key) {
        return map != null && map.containsKey(key);
    }

    private static boolean isText(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    private void require(boolean holds, String where, String otherwise) {
        if (!holds) {
            violations.add(where + " " + otherwise);
        }
    }
}
