package health.miadi.shared.openapi;

import health.miadi.shared.http.Versioned;
import health.miadi.shared.paging.PageQuery;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.jspecify.annotations.Nullable;

/** The parameters that mean the same in every operation, described once, and the order in which a client sees them. */
final class Parameters {

    static final String IF_MATCH = "If-Match";
    static final String IF_NONE_MATCH = "If-None-Match";
    static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    /** What the name of the parameter ends with where the same operation also creates, without a precondition. */
    private static final String TO_AMEND = "ToAmend";

    private Parameters() {}

    /** Puts the parameters in the order of a call: path, query as the method declares it, page, headers. */
    static void complete(Operation operation, Method method, SharedComponents components) {
        if (method.getReturnType() == Versioned.class && method.isAnnotationPresent(GET.class)) {
            addIfNoneMatch(operation);
        }
        if (operation.getParameters() == null) {
            return;
        }
        List<Parameter> parameters = new ArrayList<>(operation.getParameters());
        List<String> declared = Arrays.stream(method.getParameters())
                .map(parameter -> parameter.getAnnotation(QueryParam.class))
                .filter(Objects::nonNull)
                .map(QueryParam::value)
                .toList();
        parameters.sort(Comparator.comparingInt(Parameters::place)
                .thenComparingInt(parameter -> declared.indexOf(parameter.getName())));
        operation.setParameters(parameters.stream()
                .map(parameter -> creates(operation) && IF_MATCH.equals(parameter.getName())
                        ? toAmend(components)
                        : shared(parameter, components))
                .toList());
    }

    /** In the place in which the generator writes what a method declares: before the answers. */
    private static void addIfNoneMatch(Operation operation) {
        APIResponses responses = operation.getResponses();
        List<SecurityRequirement> security = operation.getSecurity();
        operation.setResponses(null);
        operation.setSecurity(null);
        operation.addParameter(OASFactory.createParameter().name(IF_NONE_MATCH).in(In.HEADER));
        operation.setResponses(responses);
        operation.setSecurity(security);
    }

    private static boolean creates(Operation operation) {
        return operation.getResponses().getAPIResponse("201") != null;
    }

    private static Parameter toAmend(SharedComponents components) {
        return components.parameter(
                "IfMatch" + TO_AMEND,
                header(
                        IF_MATCH,
                        "The `ETag` of the state that the change starts from. Left out where nothing is there yet.",
                        "\"5be0a3c1d2e4-3\"",
                        null));
    }

    /** Whether the operation declares the header, by itself or by reference. */
    static boolean declares(Operation operation, String header) {
        String reference = "#/components/parameters/" + header.replace("-", "");
        return operation.getParameters() != null
                && operation.getParameters().stream()
                        .anyMatch(parameter -> header.equals(parameter.getName())
                                || reference.equals(parameter.getRef())
                                || (reference + TO_AMEND).equals(parameter.getRef()));
    }

    private static int place(Parameter parameter) {
        if (parameter.getIn() == In.PATH) {
            return 0;
        }
        return switch (parameter.getName()) {
            case "limit" -> 2;
            case "cursor" -> 3;
            default -> parameter.getIn() == In.QUERY ? 1 : 4;
        };
    }

    private static Parameter shared(Parameter parameter, SharedComponents components) {
        return switch (parameter.getName()) {
            case IF_MATCH ->
                components.parameter(header(
                                IF_MATCH,
                                "The `ETag` of the state that the change starts from.",
                                "\"5be0a3c1d2e4-3\"",
                                null)
                        .required(true));
            case IF_NONE_MATCH ->
                components.parameter(header(
                        IF_NONE_MATCH,
                        "An `ETag` that the caller holds: 304 if it is still the current one.",
                        "\"5be0a3c1d2e4-3\"",
                        null));
            case IDEMPOTENCY_KEY ->
                components.parameter(header(
                        IDEMPOTENCY_KEY,
                        "Names this request, so that sending it again within 24 hours gives the first answer again and creates"
                                + " nothing twice (R-BOOK-6). A random UUID serves well.",
                        "0198c1f2-6f1e-7c3a-9d44-5be0a3c1d2e4",
                        200));
            case "limit" ->
                components.parameter(query(
                        "limit",
                        "How many items at most.",
                        OASFactory.createSchema()
                                .addType(SchemaType.INTEGER)
                                .format("int32")
                                .minimum(BigDecimal.ONE)
                                .maximum(BigDecimal.valueOf(PageQuery.LARGEST))
                                .defaultValue(PageQuery.DEFAULT)));
            case "cursor" ->
                components.parameter(query(
                        "cursor",
                        "Where the page begins: `next` of the page before. Without it, at the beginning.",
                        OASFactory.createSchema().addType(SchemaType.STRING).maxLength(2_000)));
            case "id" -> parameter.description(orElse(parameter.getDescription(), "Its id."));
            default -> parameter;
        };
    }

    private static String orElse(@Nullable String text, String other) {
        return text == null ? other : text;
    }

    private static Parameter query(String name, String description, Schema schema) {
        return OASFactory.createParameter()
                .name(name)
                .in(In.QUERY)
                .description(description)
                .schema(schema);
    }

    private static Parameter header(String name, String description, String example, @Nullable Integer maxLength) {
        Schema schema = OASFactory.createSchema().addType(SchemaType.STRING);
        if (maxLength != null) {
            schema.minLength(1).maxLength(maxLength);
        }
        return OASFactory.createParameter()
                .name(name)
                .in(In.HEADER)
                .description(description)
                .example(example)
                .schema(schema);
    }
}
