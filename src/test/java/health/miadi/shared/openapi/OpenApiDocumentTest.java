package health.miadi.shared.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.tags.Tag;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The document that the build has made, which is the one that the servers serve. */
class OpenApiDocumentTest {

    private static SwaggerParseResult parsed = new SwaggerParseResult();

    @BeforeAll
    static void read() throws IOException {
        try (InputStream file = OpenApiDocumentTest.class.getResourceAsStream("/META-INF/openapi.yaml")) {
            String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            parsed = new OpenAPIV3Parser().readContents(text, null, new ParseOptions());
        }
    }

    @Test
    void isAValidOpenApi30Document() {
        assertThat(parsed.getMessages()).isEmpty();
        assertThat(document().getOpenapi()).isEqualTo("3.0.3");
        assertThat(document().getInfo().getTitle()).isEqualTo("Miadi");
        assertThat(document().getInfo().getDescription()).isNotBlank();
        assertThat(document().getInfo().getVersion()).isNotBlank();
        assertThat(document().getInfo().getLicense().getName()).isEqualTo("Apache-2.0");
    }

    @Test
    void everyOperationIsNamedAndSaysHowItCanFail() {
        assertThat(document().getPaths()).isNotEmpty();
        assertThat(OpenApiRules.violations(document())).isEmpty();
    }

    @Test
    void everyOperationLiesBelowTheBasePath() {
        assertThat(document().getPaths().keySet()).allMatch(path -> path.startsWith("/api/v1/"));
    }

    @Test
    void everyTagIsDescribed() {
        assertThat(document().getTags()).isNotEmpty().allSatisfy(tag -> assertThat(tag.getDescription())
                .as(tag.getName())
                .isNotBlank());
        List<String> described = document().getTags().stream().map(Tag::getName).toList();
        assertThat(document().getPaths().values()).allSatisfy(path -> assertThat(path.readOperations())
                .allSatisfy(operation -> assertThat(described).containsAll(operation.getTags())));
    }

    @Test
    void noSchemaIsCalledLikeAClassThatEveryJavaFileSees() {
        assertThat(document().getComponents().getSchemas().keySet()).noneMatch(OpenApiDocumentTest::isInJavaLang);
    }

    @Test
    void membersAreInCamelCaseAndEnumerationsInLowerCase() {
        forEachMember((name, schema) -> {
            assertThat(name.substring(name.lastIndexOf('.') + 1)).as(name).matches("[a-z][a-zA-Z0-9]*");
            if (schema.getEnum() != null) {
                assertThat(schema.getEnum()).as(name).allMatch(value -> value.toString()
                        .matches("[a-z][a-z0-9_]*"));
            }
        });
    }

    @Test
    void everyTextThatARequestCarriesHasABound() {
        List<String> unbounded = new ArrayList<>();
        forEachMember((name, schema) -> {
            boolean bounded = schema.getMaxLength() != null
                    || schema.getFormat() != null
                    || schema.getPattern() != null
                    || schema.getEnum() != null
                    || schema.getAllOf() != null; // what it refers to has the bound
            if (name.matches("\\w+Request\\..*") && "string".equals(schema.getType()) && !bounded) {
                unbounded.add(name);
            }
        });
        assertThat(unbounded).isEmpty();
    }

    @Test
    void everyRequestRefusesMembersThatItDoesNotKnow() {
        assertThat(document().getComponents().getSchemas().entrySet())
                .filteredOn(schema -> schema.getKey().endsWith("Request"))
                .allSatisfy(schema -> assertThat(schema.getValue().getAdditionalProperties())
                        .as(schema.getKey())
                        .isEqualTo(false));
    }

    private static OpenAPI document() {
        return Objects.requireNonNull(parsed.getOpenAPI(), () -> "not readable: " + parsed.getMessages());
    }

    /** Calls with each member of each component schema, named {@code Schema.member}. */
    @SuppressWarnings("rawtypes")
    private static void forEachMember(BiConsumer<String, Schema> check) {
        Map<String, Schema> schemas = document().getComponents().getSchemas();
        assertThat(schemas).isNotEmpty();
        for (Map.Entry<String, Schema> schema : schemas.entrySet()) {
            Map<?, ?> members = schema.getValue().getProperties() == null
                    ? Map.of()
                    : schema.getValue().getProperties();
            members.forEach((member, value) -> check.accept(schema.getKey() + "." + member, (Schema) value));
        }
    }

    private static boolean isInJavaLang(String name) {
        try {
            return Class.forName("java.lang." + name).getSimpleName().equals(name);
        } catch (ClassNotFoundException absent) {
            return false;
        }
    }
}
