package health.miadi.authorisation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import health.miadi.testing.Answer;
import health.miadi.testing.Api;
import health.miadi.testing.Clinic;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No text breaks anything: every operation of the document, with everything in order but one member of its body, one parameter, its id or
 * a header, which is long, deep, of the year 0000, of the same label ten thousand times, or no text at all. What is answered is the
 * application's own, and never 500.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("payara-only")
class HostileTextIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PLACE = "the-place-of-the-text";
    private static final int IN_AN_ADDRESS = 3_000;
    private static final int SERVER_ERROR = 500;
    private static final int UNAUTHENTICATED = 401;

    /** After these the caller is signed out, or no more. */
    private static final Set<String> ENDING =
            Set.of("logout", "deletePatient", "endSession", "endOtherSessions", "changePassword");

    /** As JSON, by what is meant. */
    private static final Map<String, String> IN_JSON = Map.ofEntries(
            Map.entry("labels", quoted("a@a" + ".a".repeat(9_000))),
            Map.entry("deep", "[".repeat(900) + "]".repeat(900)),
            Map.entry("year 0", quoted("0000-01-01T00:00:00Z")),
            Map.entry("half a character", quoted("\\ud800")),
            Map.entry("great", "1e400"));

    private static final List<String> IN_QUERIES = List.of(
            "a@a" + ".a".repeat(IN_AN_ADDRESS / 2),
            "0000-01-01T00:00:00Z",
            "+999999999-12-31T23:59:59Z",
            "AAAA",
            "\u0000");

    private final Clinic clinic = Clinic.ofTheSuite();
    private final Scene common = new Scene(clinic);
    private final AuthorisationTable table = AuthorisationTable.read();
    private final JsonNode document = Operations.document();

    static Stream<String> operations() {
        return Operations.all().keySet().stream();
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }

    @ParameterizedTest
    @MethodSource("operations")
    void isAnsweredByTheApplication(String operation) throws JsonProcessingException {
        Scene scene = ENDING.contains(operation) ? new Scene(clinic) : common;
        Api api = scene.as(allowed(operation)).outsideTheContract();
        Attempt right = Attempts.of(operation, scene);
        Map<String, Attempt> hostile = new LinkedHashMap<>();
        bodies(operation, right, hostile);
        queries(operation, right, hostile);
        paths(operation, right, hostile);
        List<String> wrong = new ArrayList<>();
        boolean heard = hostile.isEmpty();
        for (Map.Entry<String, Attempt> each : hostile.entrySet()) {
            Answer answer = each.getValue().by(api);
            heard |= answer.status() != UNAUTHENTICATED;
            // what is no path to the server never reaches the application
            boolean refused = answer.status() >= 400 && !each.getKey().startsWith("path %");
            if (answer.status() == SERVER_ERROR
                    || (refused && !answer.header("Content-Type").orElse("").startsWith("application/problem+json"))) {
                wrong.add(each.getKey() + ": " + answer.status());
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(heard || allowed(operation) == Who.NOBODY)
                .as("somebody who may was heard")
                .isTrue();
    }

    private Who allowed(String operation) {
        Map<Who, Integer> answers = table.of(operation);
        return Stream.of(Who.ADMIN, Who.PROVIDER, Who.PATIENT)
                .filter(who -> Objects.requireNonNull(answers.get(who)) < 400)
                .findFirst()
                .orElse(Objects.requireNonNull(answers.get(Who.NOBODY)) == UNAUTHENTICATED ? Who.PATIENT : Who.NOBODY);
    }

    private JsonNode described(String operation) {
        String[] words = Objects.requireNonNull(Operations.all().get(operation)).split(" ");
        return document.path("paths").path(words[1]).path(words[0]);
    }

    private JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asText("");
        return reference.isEmpty() ? node : resolved(document.at(reference.substring(1)));
    }

    private void bodies(String operation, Attempt right, Map<String, Attempt> into) throws JsonProcessingException {
        JsonNode given =
                JSON.readTree(right.body() == null ? "{}" : right.body().toString());
        JsonNode content = resolved(described(operation).path("requestBody")).path("content");
        if (content.isEmpty() || !given.isObject()) {
            return;
        }
        ObjectNode whole = (ObjectNode) given;
        resolved(content.elements().next().path("schema"))
                .path("properties")
                .fieldNames()
                .forEachRemaining(name -> {
                    if (!whole.has(name)) {
                        whole.put(name, PLACE);
                        add(whole, "/" + name, right, into);
                        whole.remove(name);
                    }
                });
        List<Runnable> leaves = new ArrayList<>();
        walk(whole, whole, "", right, into, leaves);
        leaves.forEach(Runnable::run);
    }

    /** Puts the place where each leaf is, one after the other. */
    private void walk(
            ObjectNode whole,
            ContainerNode<?> node,
            String pointer,
            Attempt right,
            Map<String, Attempt> into,
            List<Runnable> leaves) {
        if (node instanceof ObjectNode object) {
            object.fieldNames()
                    .forEachRemaining(name -> leaf(
                            whole,
                            object.get(name),
                            pointer + "/" + name,
                            right,
                            into,
                            leaves,
                            value -> object.set(name, value)));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                int at = i;
                leaf(whole, array.get(i), pointer + "/" + i, right, into, leaves, value -> array.set(at, value));
            }
        }
    }

    private void leaf(
            ObjectNode whole,
            JsonNode value,
            String pointer,
            Attempt right,
            Map<String, Attempt> into,
            List<Runnable> leaves,
            Consumer<JsonNode> put) {
        if (value instanceof ContainerNode<?> deeper) {
            walk(whole, deeper, pointer, right, into, leaves);
            return;
        }
        leaves.add(() -> {
            put.accept(TextNode.valueOf(PLACE));
            add(whole, pointer, right, into);
            put.accept(value);
        });
    }

    private static void add(ObjectNode whole, String pointer, Attempt right, Map<String, Attempt> into) {
        String body = whole.toString();
        IN_JSON.forEach((what, text) -> into.put(
                pointer + " " + what,
                new Attempt(
                        right.method(),
                        right.path(),
                        new Written(body.replace(quoted(PLACE), text)),
                        right.ifMatch())));
    }

    private void queries(String operation, Attempt right, Map<String, Attempt> into) {
        described(operation).path("parameters").forEach(each -> {
            JsonNode parameter = resolved(each);
            if (parameter.path("in").asText().equals("query")) {
                String name = parameter.path("name").asText();
                for (String text : IN_QUERIES) {
                    String separator = right.path().contains("?") ? "&" : "?";
                    into.put(
                            name + "=" + shown(text), at(right, right.path() + separator + name + "=" + encoded(text)));
                }
            }
        });
    }

    /** The last id of the path is no id. */
    private static void paths(String operation, Attempt right, Map<String, Attempt> into) {
        String path = right.path().replaceFirst("\\?.*", "");
        String id = "[0-9a-f]{8}-[0-9a-f-]{27}(?!.*[0-9a-f]{8}-[0-9a-f-]{27})";
        if (Objects.requireNonNull(Operations.all().get(operation)).contains("{")) {
            for (String text :
                    List.of("a".repeat(IN_AN_ADDRESS), "%00", "%ff", "0", "00000000-0000-0000-0000-000000000000")) {
                String other = path.replaceFirst(id, text);
                if (!other.equals(path)) {
                    into.put("path " + shown(text), at(right, other));
                }
            }
        }
        if (right.ifMatch() != null) {
            for (String tag :
                    List.of("x".repeat(IN_AN_ADDRESS), "\"" + "x".repeat(IN_AN_ADDRESS) + "\"", "W/\"1\"", "*")) {
                into.put("If-Match " + shown(tag), new Attempt(right.method(), right.path(), right.body(), tag));
            }
        }
    }

    private static Attempt at(Attempt right, String path) {
        return new Attempt(right.method(), path, right.body(), right.ifMatch());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String shown(String text) {
        return text.length() > 40 ? text.substring(0, 10) + "… (" + text.length() + ")" : encoded(text);
    }

    /** A body that is no tree any more. */
    private record Written(String text) {
        @Override
        public String toString() {
            return text;
        }
    }
}
