package health.miadi.confidential;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import health.miadi.testing.server.BuildOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The operations of the OpenAPI document, with a mark in every text that they take. */
final class MarkedOperations {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonNode document;
    private final Marks marks;

    MarkedOperations(Marks marks) {
        this.document = read();
        this.marks = marks;
    }

    private static JsonNode read() {
        try {
            return new YAMLMapper().readTree(Files.readString(BuildOutput.path("classes/META-INF/openapi.yaml")));
        } catch (IOException e) {
            throw new UncheckedIOException("The build made no OpenAPI document", e);
        }
    }

    /** An operation: how it is called, what parameters and which body it takes. */
    record Marked(
            String id,
            String method,
            String path,
            List<String> query,
            @Nullable JsonNode schema) {
        @Override
        public String toString() {
            return id;
        }
    }

    Map<String, Marked> all() {
        Map<String, Marked> all = new TreeMap<>();
        for (var path : document.path("paths").properties()) {
            for (var method : path.getValue().properties()) {
                String id = method.getValue().path("operationId").asText("");
                if (!id.isEmpty()) {
                    all.put(id, marked(id, method.getKey(), path.getKey(), method.getValue()));
                }
            }
        }
        return all;
    }

    private Marked marked(String id, String method, String path, JsonNode operation) {
        List<String> query = new ArrayList<>();
        operation.path("parameters").forEach(parameter -> {
            JsonNode meant = resolved(parameter);
            if (meant.path("in").asText().equals("query")) {
                query.add(meant.path("name").asText());
            }
        });
        JsonNode content = resolved(operation.path("requestBody")).path("content");
        JsonNode schema = content.isEmpty() ? null : content.elements().next().path("schema");
        return new Marked(id, method.toUpperCase(java.util.Locale.ROOT), path, query, schema);
    }

    /** A body with a marked value for every member, right as far as the schema tells. */
    JsonNode body(JsonNode schema) {
        JsonNode of = resolved(schema);
        if (of.has("properties")) {
            ObjectNode object = NODES.objectNode();
            of.path("properties").properties().forEach(member -> object.set(member.getKey(), body(member.getValue())));
            return object;
        }
        return switch (type(of)) {
            case "integer" -> NODES.numberNode(of.path("minimum").asInt(30));
            case "boolean" -> NODES.booleanNode(false);
            case "array" -> NODES.arrayNode().add(body(of.path("items")));
            default -> NODES.textNode(text(of));
        };
    }

    /** The same members, each an object with a mark in it, where none takes an object. */
    ObjectNode ofWrongTypes(JsonNode schema) {
        ObjectNode object = NODES.objectNode();
        resolved(schema)
                .path("properties")
                .fieldNames()
                .forEachRemaining(name -> object.set(name, NODES.arrayNode().add(marks.plain())));
        return object;
    }

    /** The same members, the texts far too long. */
    ObjectNode overLong(JsonNode schema) {
        ObjectNode object = NODES.objectNode();
        resolved(schema)
                .path("properties")
                .fieldNames()
                .forEachRemaining(name -> object.put(name, marks.plain().repeat(300)));
        return object;
    }

    /** Puts a mark into every member of a right body that takes any text. */
    void mark(ObjectNode body, JsonNode schema) {
        for (var member : resolved(schema).path("properties").properties()) {
            JsonNode of = resolved(member.getValue());
            if (type(of).equals("string") && !of.has("enum") && !of.has("format")) {
                body.put(member.getKey(), text(of));
            }
        }
    }

    private String text(JsonNode schema) {
        if (schema.has("enum")) {
            return schema.path("enum").path(0).asText();
        }
        switch (schema.path("format").asText()) {
            case "uuid":
                return marks.id();
            case "date":
                return marks.day();
            case "date-time":
                return "2031-03-04T09:30:00Z";
            default:
                String pattern = schema.path("pattern").asText(".*");
                Optional<String> fitting = marks.shapes().stream()
                        .filter(shape -> java.util.regex.Pattern.compile(pattern)
                                .matcher(shape)
                                .find())
                        .findFirst();
                return fitting.orElse(marks.plain());
        }
    }

    private String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray() ? type.path(0).asText() : type.asText();
    }

    /** What a reference means, and the one that is not null where null is allowed, too. */
    private JsonNode resolved(JsonNode node) {
        if (node.has("$ref")) {
            return resolved(document.at(node.path("$ref").asText().substring(1)));
        }
        for (String either : List.of("anyOf", "allOf")) {
            for (JsonNode one : node.path(either)) {
                if (!one.path("type").asText().equals("null")) {
                    return resolved(one);
                }
            }
        }
        return node;
    }
}
