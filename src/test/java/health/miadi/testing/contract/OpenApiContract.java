package health.miadi.testing.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import health.miadi.testing.server.BuildOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The OpenAPI document that the build generated, ready to judge exchanges. */
public final class OpenApiContract {

    private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch", "head", "options");

    private final List<Operation> operations = new ArrayList<>();
    private final String basePath;

    private OpenApiContract(JsonNode document) {
        this.basePath = document.at("/servers/0/url")
                .asText("")
                .replaceFirst("^https?://[^/]+", "")
                .replaceFirst("/$", "");
        var schemas = new DocumentSchemas(document);
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (String method : METHODS) {
                if (path.getValue().has(method)) {
                    operations.add(new Operation(schemas, method, path.getKey()));
                }
            }
        }
        operations.sort(Comparator.comparingInt(Operation::variables));
    }

    /** Reads the document of this build. */
    public static OpenApiContract ofThisBuild() {
        Path file = BuildOutput.path("classes/META-INF/openapi.yaml");
        try {
            return of(new YAMLMapper().readTree(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException("The build made no OpenAPI document", e);
        }
    }

    static OpenApiContract of(JsonNode document) {
        return new OpenApiContract(document);
    }

    static OpenApiContract ofJson(String document) {
        try {
            return of(new ObjectMapper().readTree(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Holds an answered request against the document.
     *
     * @param wellFormed whether the request is meant to follow the document; a request that breaks it on purpose is not
     *     judged, its answer is
     * @throws AssertionError naming every departure from the document
     */
    public void check(Exchange exchange, boolean wellFormed) {
        Operation operation = operationOf(exchange);
        List<String> departures = new ArrayList<>();
        if (wellFormed) {
            departures.addAll(operation.judgeRequest(exchange, pathWithinBase(exchange)));
        }
        departures.addAll(operation.judgeAnswer(exchange));
        if (!departures.isEmpty()) {
            throw new AssertionError("%s departs from the OpenAPI document:%n- %s%n%nanswer: %s"
                    .formatted(exchange, String.join("\n- ", departures), exchange.answerBody()));
        }
    }

    private Operation operationOf(Exchange exchange) {
        String path = pathWithinBase(exchange);
        String method = exchange.method().toLowerCase(Locale.ROOT);
        return operations.stream()
                .filter(operation -> operation.matches(method, path))
                .findFirst()
                .orElseThrow(() -> new AssertionError(exchange + " is in no operation of the OpenAPI document"));
    }

    private String pathWithinBase(Exchange exchange) {
        String path = exchange.uri().getRawPath();
        return path.startsWith(basePath) ? path.substring(basePath.length()) : path;
    }
}
