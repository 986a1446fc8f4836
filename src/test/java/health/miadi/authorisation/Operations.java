package health.miadi.authorisation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import health.miadi.testing.server.BuildOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;

/** The operations of the OpenAPI document that the build made. */
public final class Operations {

    private Operations() {}

    /** Method and path template of each, by its {@code operationId}. */
    static Map<String, String> all() {
        Map<String, String> operations = new TreeMap<>();
        document().path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(method -> {
                    String id = method.getValue().path("operationId").asText("");
                    if (!id.isEmpty()) {
                        operations.put(id, method.getKey() + " " + path.getKey());
                    }
                }));
        return operations;
    }

    static JsonNode document() {
        try {
            return new YAMLMapper().readTree(Files.readString(BuildOutput.path("classes/META-INF/openapi.yaml")));
        } catch (IOException e) {
            throw new UncheckedIOException("The build made no OpenAPI document", e);
        }
    }
}
