package health.miadi.shared.openapi;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * Writes the schemas of scalars (ids, instants, days, times, dates that are known in part) where they are used.
 *
 * <p>The generator makes a component of each; a reference to it could neither be null nor carry a
 * description of its own.
 */
final class ScalarSchemas {

    private final Map<String, Schema> scalars = new LinkedHashMap<>();

    private ScalarSchemas(Map<String, Schema> schemas) {
        schemas.forEach((name, schema) -> {
            if (isScalar(name, schema)) {
                scalars.put("#/components/schemas/" + name, schema);
            }
        });
    }

    static void inline(OpenAPI document) {
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        if (schemas == null) {
            return;
        }
        var scalars = new ScalarSchemas(schemas);
        Map<String, Schema> remaining = new LinkedHashMap<>();
        schemas.forEach((name, schema) -> {
            if (!isScalar(name, schema)) {
                remaining.put(name, scalars.inlined(schema));
            }
        });
        document.getComponents().setSchemas(remaining);
        if (document.getPaths().getPathItems() != null) {
            document.getPaths().getPathItems().values().forEach(scalars::inlineParameters);
        }
    }

    private static boolean isScalar(String name, Schema schema) {
        return name.startsWith("java.") || schema.getPattern() != null;
    }

    private void inlineParameters(PathItem path) {
        for (Operation operation : path.getOperations().values()) {
            if (operation.getParameters() != null) {
                for (Parameter parameter : operation.getParameters()) {
                    parameter.setSchema(inlined(parameter.getSchema()));
                }
            }
        }
    }

    private Schema inlined(Schema schema) {
        Schema scalar = schema.getRef() == null ? null : scalars.get(schema.getRef());
        if (scalar != null) {
            return OASFactory.createSchema()
                    .type(scalar.getType())
                    .format(scalar.getFormat())
                    .pattern(scalar.getPattern())
                    .description(scalar.getDescription())
                    .example(scalar.getExample())
                    .examples(scalar.getExamples());
        }
        if (schema.getProperties() != null) {
            Map<String, Schema> properties = new LinkedHashMap<>();
            schema.getProperties().forEach((name, property) -> properties.put(name, inlined(property)));
            schema.setProperties(properties);
        }
        if (schema.getItems() != null) {
            schema.setItems(inlined(schema.getItems()));
        }
        return schema;
    }
}
