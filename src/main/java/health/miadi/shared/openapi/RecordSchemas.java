package health.miadi.shared.openapi;

import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jspecify.annotations.Nullable;

/**
 * Says in the document which members of a record can be missing or null: those that are {@code @Nullable} in the code.
 *
 * <p>Answers always carry every member, so that all of an answer's are required; a request may leave out the nullable ones.
 * Enumerations are lower case, as the mapper writes them.
 */
final class RecordSchemas {

    /** How the generator writes {@code @NotBlank}: some character that is not blank. */
    private static final String NOT_BLANK = "\\S";

    private final Collection<Class<?>> records;

    private final Path sources;

    /**
     * Makes the completion for some records.
     *
     * @param sources the directory of the sources, for what they say of the records
     */
    RecordSchemas(Collection<Class<?>> records, Path sources) {
        this.records = records;
        this.sources = sources;
    }

    void complete(OpenAPI document) {
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        if (schemas == null) {
            return;
        }
        schemas.forEach((name, schema) -> {
            lowerCaseEnumeration(schema);
            record(name, schema).ifPresent(type -> {
                complete(schema, type, schemas);
                describe(schema, RecordJavadoc.of(type, sources));
            });
        });
    }

    /** The record that a schema describes: of two with the same name, the one that has its members. */
    private Optional<Class<?>> record(String schemaName, Schema schema) {
        return records.stream()
                .filter(type -> name(type).equals(schemaName))
                .filter(type -> members(type)
                        .equals(
                                schema.getProperties() == null
                                        ? Set.of()
                                        : schema.getProperties().keySet()))
                .findFirst();
    }

    /** What the document calls a record: what it says itself, or else what its class is called. */
    private static String name(Class<?> type) {
        var schema = type.getAnnotation(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
        return schema == null || schema.name().isEmpty() ? type.getSimpleName() : schema.name();
    }

    private static Set<String> members(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
    }

    private static void complete(Schema schema, Class<?> type, Map<String, Schema> schemas) {
        Map<String, Schema> properties = schema.getProperties();
        if (properties == null) {
            return;
        }
        boolean request = type.getSimpleName().endsWith("Request");
        List<String> required = new ArrayList<>();
        Map<String, Schema> completed = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            Schema property = properties.get(component.getName());
            if (property == null) {
                continue;
            }
            anchorPattern(property);
            boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            if (!request || !nullable) {
                required.add(component.getName());
            }
            completed.put(component.getName(), nullable ? nullable(property, schemas) : property);
        }
        properties.forEach(completed::putIfAbsent);
        schema.setProperties(completed);
        schema.setRequired(required.isEmpty() ? null : required);
        if (request) {
            schema.setAdditionalPropertiesBoolean(false);
        }
    }

    private static void describe(Schema schema, RecordJavadoc javadoc) {
        if (schema.getDescription() == null) {
            schema.setDescription(javadoc.description());
        }
        if (schema.getProperties() != null) {
            Map<String, Schema> described = new LinkedHashMap<>(schema.getProperties());
            javadoc.members()
                    .forEach((name, text) ->
                            described.computeIfPresent(name, (same, member) -> described(member, text)));
            schema.setProperties(described);
        }
    }

    /** A reference cannot carry a description of its own, so that it becomes the one part of a schema that can. */
    private static Schema described(Schema member, String text) {
        Schema describable =
                member.getRef() == null ? member : OASFactory.createSchema().addAllOf(member);
        return describable.getDescription() == null ? describable.description(text) : describable;
    }

    /** Null says something beside a type only (OpenAPI 3.0.3), so that the type of what is referred to is said again. */
    private static Schema nullable(Schema property, Map<String, Schema> schemas) {
        if (property.getRef() != null) {
            String referred = property.getRef().substring(property.getRef().lastIndexOf('/') + 1);
            return OASFactory.createSchema()
                    .type(List.of(
                            Objects.requireNonNull(schemas.get(referred))
                                    .getType()
                                    .get(0),
                            SchemaType.NULL))
                    .addAnyOf(property)
                    .addAnyOf(OASFactory.createSchema().addType(SchemaType.NULL));
        }
        if (property.getType() != null && !property.getType().contains(SchemaType.NULL)) {
            property.addType(SchemaType.NULL);
        }
        return property;
    }

    /** Bean Validation matches the whole value, JSON Schema any part of it: say the whole. */
    private static void anchorPattern(Schema property) {
        String pattern = property.getPattern();
        if (pattern != null && !pattern.startsWith("^") && !pattern.equals(NOT_BLANK)) {
            property.setPattern("^(?:" + pattern + ")$");
        }
    }

    private static void lowerCaseEnumeration(Schema schema) {
        if (schema.getEnumeration() != null) {
            schema.setEnumeration(schema.getEnumeration().stream()
                    .<Object>map(value -> value.toString().toLowerCase(Locale.ROOT))
                    .toList());
        }
    }
}
