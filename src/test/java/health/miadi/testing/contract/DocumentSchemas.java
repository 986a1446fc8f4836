package health.miadi.testing.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The schemas of an OpenAPI document, addressed by JSON pointer, and closed: a member that an object schema does not
 * name is a departure, unless the schema says that others may come.
 */
final class DocumentSchemas {

    private static final String LOCATION = "https://miadi.test/openapi.json";

    private final JsonNode document;
    private final SchemaRegistry registry;
    private final Map<String, Schema> compiled = new ConcurrentHashMap<>();

    DocumentSchemas(JsonNode document) {
        this.document = document.deepCopy();
        close(this.document, partsOfOthers(this.document));
        Dialect dialect =
                document.path("openapi").asText().startsWith("3.0") ? Dialects.getOpenApi30() : Dialects.getOpenApi31();
        this.registry = SchemaRegistry.withDefaultDialect(
                dialect, builder -> builder.schemas(Map.of(LOCATION, this.document.toString())));
    }

    /** The node at a pointer, with references followed. */
    JsonNode at(String pointer) {
        return document.at(resolve(pointer));
    }

    /** A pointer to where the reference at this pointer leads, or the pointer itself. */
    String resolve(String pointer) {
        JsonNode reference = document.at(pointer).path("$ref");
        return reference.isTextual() ? resolve(reference.asText().substring(1)) : pointer;
    }

    /** What is wrong with a value under the schema at a pointer; empty if nothing. */
    List<String> judge(String pointer, JsonNode value) {
        Schema schema = compiled.computeIfAbsent(
                resolve(pointer), target -> registry.getSchema(SchemaLocation.of(LOCATION + "#" + target)));
        return schema
                .validate(value, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
                .toList();
    }

    private static Set<String> partsOfOthers(JsonNode document) {
        Set<String> parts = new HashSet<>();
        document.findValues("allOf")
                .forEach(allOf -> allOf.findValuesAsText("$ref").forEach(parts::add));
        return parts;
    }

    private static void close(JsonNode document, Set<String> partsOfOthers) {
        for (Map.Entry<String, JsonNode> schema :
                document.at("/components/schemas").properties()) {
            boolean part = partsOfOthers.contains("#/components/schemas/" + schema.getKey());
            if (schema.getValue() instanceof ObjectNode object
                    && object.has("properties")
                    && !object.has("additionalProperties")
                    && !object.has("allOf")
                    && !part) {
                object.put("additionalProperties", false);
            }
        }
    }
}
