package health.miadi.shared.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import health.miadi.testing.Answer;
import health.miadi.testing.Api;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The document and its page, as the server serves them. */
class ServedDocumentIT {

    private static final Api API = Api.anonymous().outsideTheContract();

    @Test
    void theServedDocumentIsValid() {
        var parsed = new OpenAPIV3Parser().readContents(served().text(), null, new ParseOptions());

        assertThat(parsed.getMessages()).isEmpty();
        assertThat(OpenApiRules.violations(parsed.getOpenAPI())).isEmpty();
    }

    @Test
    void theServedDocumentSaysWhatTheBuildMadeItSay() throws IOException {
        JsonNode served = new YAMLMapper().readTree(served().text());
        JsonNode made;
        try (InputStream file = ServedDocumentIT.class.getResourceAsStream("/META-INF/openapi.yaml")) {
            made = new YAMLMapper().readTree(Objects.requireNonNull(file));
        }

        assertThat(difference(made, served)).as("lost by the server").isEmpty();
        assertThat(difference(served, made)).as("added by the server").isEmpty();
    }

    @Test
    void thePageAnswersWithAndWithoutASlash() {
        assertThat(API.get("//api-docs/").expect(200).text()).contains("<title>Miadi API</title>");
        Answer without = API.get("//api-docs");
        assertThat(without.status()).isBetween(301, 308);
        assertThat(without.header("Location").orElse("")).endsWith("/api-docs/");
    }

    @Test
    void thePageLoadsEverythingFromThisServer() {
        String page = API.get("//api-docs/").expect(200).text();

        assertThat(page).doesNotContain("http://", "https://", "<style", "style=", "onload");
        for (String file : new String[] {"swagger-ui.css", "swagger-ui-bundle.js", "api-docs.js", "api-docs.css"}) {
            assertThat(page).contains("\"" + file + "\"");
            API.get("//api-docs/" + file).expect(200);
        }
        API.get("//api-docs/swagger-ui-bundle.js.LICENSE.txt").expect(200);
    }

    private static Answer served() {
        return API.with("Accept", "application/json").get("//openapi").expect(200);
    }

    private static Set<String> difference(JsonNode document, JsonNode without) {
        Set<String> difference = facts(document);
        difference.removeAll(facts(without));
        return difference;
    }

    /** Every value in a document with its JSON pointer, numbers by what they are worth. */
    private static Set<String> facts(JsonNode document) {
        Set<String> facts = new TreeSet<>();
        collect("", document, facts);
        return facts;
    }

    private static void collect(String pointer, JsonNode node, Set<String> facts) {
        if (node.isValueNode()) {
            facts.add(pointer + " = "
                    + (node.isNumber()
                            ? node.decimalValue().stripTrailingZeros().toPlainString()
                            : node.asText()));
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(pointer + "/" + i, node.get(i), facts);
        }
        node.properties().forEach(member -> collect(pointer + "/" + member.getKey(), member.getValue(), facts));
    }
}
