package health.miadi.testing.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** One operation of the OpenAPI document, judging the requests it gets and the answers it gives. */
final class Operation {

    /** Answer headers that a client may rely on, and that the document must therefore name where they occur. */
    private static final Set<String> MEANINGFUL_HEADERS = Set.of(
            "etag", "location", "retry-after", "www-authenticate", "x-request-id", "last-modified", "set-cookie");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final DocumentSchemas schemas;
    private final String method;
    private final Pattern path;
    private final int variables;
    private final String pointer;
    private final Parameters parameters;

    Operation(DocumentSchemas schemas, String method, String template) {
        this.schemas = schemas;
        this.method = method;
        this.path = Pattern.compile(template.replaceAll("\\{(\\w+)}", "(?<$1>[^/]+)"));
        this.variables = template.length() - template.replace("{", "").length();
        String item = "/paths/" + template.replace("~", "~0").replace("/", "~1");
        this.pointer = item + "/" + method;
        this.parameters = new Parameters(schemas, List.of(item + "/parameters", pointer + "/parameters"));
    }

    /** How many parts of its path are variable: of two that match, the one with fewer is meant. */
    int variables() {
        return variables;
    }

    boolean matches(String requestMethod, String requestPath) {
        return method.equals(requestMethod) && path.matcher(requestPath).matches();
    }

    List<String> judgeRequest(Exchange exchange, String requestPath) {
        List<String> departures = new ArrayList<>(parameters.judge(exchange, path.matcher(requestPath)));
        String body = schemas.resolve(pointer + "/requestBody");
        String sent = exchange.requestBody();
        if (schemas.at(body).isMissingNode()) {
            if (sent != null) {
                departures.add("a request body, where none is described");
            }
        } else if (sent != null) {
            departures.addAll(judgeBody("request", body, exchange.requestType(), sent));
        } else if (schemas.at(body).path("required").asBoolean()) {
            departures.add("no request body, where one is required");
        }
        return departures;
    }

    List<String> judgeAnswer(Exchange exchange) {
        String answer = schemas.resolve(pointer + "/responses/" + exchange.status());
        if (schemas.at(answer).isMissingNode()) {
            return List.of("status " + exchange.status() + " is not described");
        }
        List<String> departures = new ArrayList<>(judgeHeaders(exchange, answer));
        boolean described = schemas.at(answer).path("content").size() > 0;
        if (described && !method.equals("head")) {
            departures.addAll(judgeBody("answer", answer, exchange.answerType(), exchange.answerBody()));
        } else if (!exchange.answerBody().isEmpty()) {
            departures.add("an answer body, where none is described");
        }
        return departures;
    }

    private List<String> judgeHeaders(Exchange exchange, String answer) {
        List<String> departures = new ArrayList<>();
        JsonNode described = schemas.at(answer).path("headers");
        for (Map.Entry<String, JsonNode> header : described.properties()) {
            String at = schemas.resolve(answer + "/headers/" + header.getKey());
            if (schemas.at(at).path("required").asBoolean()
                    && exchange.answerHeaders().firstValue(header.getKey()).isEmpty()) {
                departures.add("the answer lacks the header " + header.getKey());
            }
        }
        Set<String> names = new java.util.TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        described.fieldNames().forEachRemaining(names::add);
        exchange.answerHeaders().map().keySet().stream()
                .filter(name -> MEANINGFUL_HEADERS.contains(name.toLowerCase(Locale.ROOT)))
                .filter(name -> !names.contains(name))
                .forEach(name -> departures.add("the answer's header " + name + " is not described"));
        return departures;
    }

    private List<String> judgeBody(String which, String at, String type, String body) {
        if (schemas.at(at).path("content").path(type).isMissingNode()) {
            return List.of("the " + which + "'s content type '" + type + "' is not described");
        }
        String schema = at + "/content/" + type.replace("~", "~0").replace("/", "~1") + "/schema";
        if (!type.endsWith("json") || schemas.at(schema).isMissingNode()) {
            return List.of();
        }
        try {
            return schemas.judge(schema, JSON.readTree(body)).stream()
                    .map(error -> "the " + which + "'s " + error)
                    .toList();
        } catch (JsonProcessingException e) {
            return List.of("the " + which + " is no JSON: " + e.getOriginalMessage());
        }
    }
}
