package health.miadi.testing.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/** The path, query and header parameters that an operation describes. */
final class Parameters {

    private record Parameter(String in, String name, boolean required, String schema) {}

    private final DocumentSchemas schemas;
    private final List<Parameter> described = new ArrayList<>();

    Parameters(DocumentSchemas schemas, List<String> pointers) {
        this.schemas = schemas;
        for (String pointer : pointers) {
            for (int i = 0; i < schemas.at(pointer).size(); i++) {
                String at = schemas.resolve(pointer + "/" + i);
                JsonNode node = schemas.at(at);
                described.add(new Parameter(
                        node.path("in").asText(),
                        node.path("name").asText(),
                        node.path("required").asBoolean(),
                        at + "/schema"));
            }
        }
    }

    /** What is wrong with the parameters of a request; empty if nothing. */
    List<String> judge(Exchange exchange, Matcher path) {
        List<String> departures = new ArrayList<>();
        Map<String, List<String>> query = query(exchange);
        query.keySet().stream()
                .filter(name -> described.stream().noneMatch(p -> p.in.equals("query") && p.name.equals(name)))
                .forEach(name -> departures.add("the query parameter " + name + " is not described"));
        boolean matched = path.matches();
        for (Parameter parameter : described) {
            List<String> values =
                    switch (parameter.in) {
                        case "query" -> query.getOrDefault(parameter.name, List.of());
                        case "header" -> exchange.requestHeaders().allValues(parameter.name);
                        case "path" -> matched ? List.of(decode(path.group(parameter.name))) : List.of();
                        default -> List.of();
                    };
            if (values.isEmpty() && parameter.required) {
                departures.add("the %s parameter %s is required".formatted(parameter.in, parameter.name));
            }
            values.forEach(value -> departures.addAll(judge(parameter, value)));
        }
        return departures;
    }

    private List<String> judge(Parameter parameter, String value) {
        JsonNode schema = schemas.at(parameter.schema);
        boolean list = schema.path("type").toString().contains("array");
        String at = list ? schemas.resolve(parameter.schema) + "/items" : parameter.schema;
        return schemas.judge(at, typed(schemas.at(at).path("type").toString(), value)).stream()
                .map(error -> "the %s parameter %s: %s".formatted(parameter.in, parameter.name, error))
                .toList();
    }

    private static JsonNode typed(String type, String value) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (type.contains("integer") && value.matches("-?\\d{1,18}")) {
            return nodes.numberNode(Long.parseLong(value));
        }
        if (type.contains("boolean") && value.matches("true|false")) {
            return nodes.booleanNode(Boolean.parseBoolean(value));
        }
        return nodes.textNode(value);
    }

    private static Map<String, List<String>> query(Exchange exchange) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        String raw = exchange.uri().getRawQuery();
        Stream.of(raw == null ? new String[0] : raw.split("&")).forEach(pair -> {
            String[] parts = pair.split("=", 2);
            query.computeIfAbsent(decode(parts[0]), name -> new ArrayList<>())
                    .add(parts.length > 1 ? decode(parts[1]) : "");
        });
        return query;
    }

    private static String decode(String raw) {
        return URLDecoder.decode(raw, StandardCharsets.UTF_8);
    }
}
