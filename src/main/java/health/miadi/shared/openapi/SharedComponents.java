package health.miadi.shared.openapi;

import health.miadi.shared.problem.ProblemType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The parts of the document that operations refer to instead of repeating them. */
final class SharedComponents {

    /** The name of the one security scheme, which the application declares: a bearer access token. */
    static final String BEARER = "bearer";

    /** The name of the schema of a refusal (RFC 9457). */
    static final String PROBLEM = "Problem";

    private static final String FIELD_ERROR = "FieldError";

    private final Components components;

    SharedComponents(Components components) {
        this.components = components;
        components.addSchema(PROBLEM, problem());
        components.addSchema(FIELD_ERROR, fieldError());
    }

    Header header(String name, String description, Schema schema) {
        String key = name.replace("-", "");
        if (components.getHeaders() == null || !components.getHeaders().containsKey(key)) {
            components.addHeader(
                    key,
                    OASFactory.createHeader()
                            .required(true)
                            .description(description)
                            .schema(schema));
        }
        return OASFactory.createHeader().ref(key);
    }

    Parameter parameter(Parameter parameter) {
        return parameter(parameter.getName().replace("-", ""), parameter);
    }

    /** The same under a name of its own. */
    Parameter parameter(String key, Parameter parameter) {
        if (components.getParameters() == null || !components.getParameters().containsKey(key)) {
            components.addParameter(key, parameter);
        }
        return OASFactory.createParameter().ref(key);
    }

    /** A reference to the response that consists of one kind of refusal. */
    APIResponse response(ProblemType type, APIResponse response) {
        String key = camelCase(type.slug());
        if (components.getResponses() == null || !components.getResponses().containsKey(key)) {
            components.addResponse(key, response);
        }
        return OASFactory.createAPIResponse().ref(key);
    }

    private static String camelCase(String slug) {
        var name = new StringBuilder();
        for (String word : slug.split("-")) {
            name.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
        }
        return name.toString();
    }

    private static Schema fieldError() {
        return OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .description("One value of a request that was refused.")
                .addProperty(
                        "pointer",
                        string("JSON pointer (RFC 6901) into the body, or the name of a query parameter or header"))
                .addProperty("message", string("What would be right; never the value itself"))
                .required(List.of("pointer", "message"));
    }

    private static Schema problem() {
        return OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .description("A refusal (RFC 9457). Others of its members may come: ignore what you do not know.")
                .addProperty(
                        "type",
                        string("`/problems/` and the slug; resolves to a page about it")
                                .format("uri-reference"))
                .addProperty("title", string("The type in a few words"))
                .addProperty(
                        "status",
                        OASFactory.createSchema()
                                .addType(SchemaType.INTEGER)
                                .format("int32")
                                .description("The HTTP status"))
                .addProperty("detail", string("What was refused this time, and what would be accepted"))
                .addProperty("instance", string("The path of the request").format("uri-reference"))
                .addProperty(
                        "rule",
                        string("The id of the rule that refused, `R-BOOK-1` for example, if it is a numbered one"))
                .addProperty(
                        "errors",
                        OASFactory.createSchema()
                                .addType(SchemaType.ARRAY)
                                .description("One entry for each value that is wrong")
                                .items(OASFactory.createSchema().ref(FIELD_ERROR)))
                .addProperty(
                        "nextStarts",
                        OASFactory.createSchema()
                                .addType(SchemaType.ARRAY)
                                .description("The next offered starts, where the refused time was no longer free")
                                .items(string("An instant").format("date-time")))
                .addProperty(
                        "methods",
                        OASFactory.createSchema()
                                .addType(SchemaType.ARRAY)
                                .description(
                                        "What can be shown besides the password, where it was right: `app`, `passkey`, `recovery-code`")
                                .items(string("A way")))
                .addProperty(
                        "secondStep",
                        string(
                                "With what a program goes on at `/auth/google/second-factor`, where the provider's word was good"))
                .required(List.of("type", "title", "status", "detail", "instance"))
                .example(exampleOfAProblem());
    }

    /** In a fixed order, so that the same code always makes the same document. */
    private static Map<String, Object> exampleOfAProblem() {
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("type", "/problems/slot-taken");
        example.put("title", "The time is taken");
        example.put("status", 409);
        example.put("detail", "Somebody was faster. Choose one of the next offered starts.");
        example.put("instance", "/api/v1/appointments");
        example.put("rule", "R-BOOK-1");
        return example;
    }

    private static Schema string(String description) {
        return OASFactory.createSchema().addType(SchemaType.STRING).description(description);
    }
}
