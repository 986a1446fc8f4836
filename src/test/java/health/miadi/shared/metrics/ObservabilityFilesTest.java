package health.miadi.shared.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("ADR 0042: the dashboard and the alerts")
class ObservabilityFilesTest {
    private static final Path FILES = Path.of("deploy/observability");
    private static final Pattern METRIC = Pattern.compile("\\b((?:miadi|jvm|process)_\\w+)(?:\\{([^}]*)})?");
    private static final Pattern SELECTED = Pattern.compile("\\b([a-z0-9_:]{3,})\\s*[\\[{]");
    private static final Pattern LABEL = Pattern.compile("(\\w+)\\s*(?:=~|!~|!=|=)");
    private static final Pattern SAMPLE = Pattern.compile("(\\w+)(?:\\{(.*)})? \\S+");
    /** What Prometheus adds to everything that it reads. */
    private static final Set<String> ADDED = Set.of("job", "instance");

    private static final String OF_PROMETHEUS = "up";

    private final Map<String, Set<String>> exposed = exposed();

    @Test
    @DisplayName("name only metrics that there are, by labels that these have")
    void names() throws IOException {
        List<String> queries = queries();
        assertThat(queries).hasSizeGreaterThan(30);
        Set<String> asked = new TreeSet<>();
        for (String query : queries) {
            SELECTED.matcher(query)
                    .results()
                    .forEach(name -> assertThat(exposed.keySet()).as(query).contains(name.group(1)));
            METRIC.matcher(query).results().forEach(use -> {
                asked.add(use.group(1));
                assertThat(exposed).as(query).containsKey(use.group(1));
                String labels = use.group(2) == null ? "" : use.group(2);
                LABEL.matcher(labels)
                        .results()
                        .map(label -> label.group(1))
                        .filter(label -> !ADDED.contains(label))
                        .forEach(label ->
                                assertThat(exposed.get(use.group(1))).as(query).contains(label));
            });
        }
        Set<String> ours = Metrics.declared().keySet().stream()
                .filter(name -> !name.matches(".*_(bucket|count|sum)"))
                .collect(Collectors.toSet());
        assertThat(asked).as("every metric of ours is shown or watched").containsAll(ours);
    }

    @Test
    @DisplayName("are explained: each alert says in docs/operating.md what to do")
    void alerts() throws IOException {
        String guide = Files.readString(Path.of("docs/operating.md"));
        List<String> alerts = alertRules().findValuesAsText("alert");
        assertThat(alerts).isNotEmpty().allSatisfy(alert -> assertThat(guide).contains("| `" + alert + "` |"));
    }

    private static List<String> queries() throws IOException {
        List<String> queries = new ObjectMapper()
                .readTree(FILES.resolve("grafana-dashboard.json").toFile())
                .findValuesAsText("expr");
        queries.addAll(alertRules().findValuesAsText("expr"));
        return queries;
    }

    private static JsonNode alertRules() throws IOException {
        return new ObjectMapper(new YAMLFactory())
                .readTree(FILES.resolve("prometheus-alerts.yml").toFile());
    }

    /** Names with their labels: those declared, and those that the virtual machine's have. */
    private static Map<String, Set<String>> exposed() {
        Metrics.runInServer("test");
        Map<String, Set<String>> exposed = new HashMap<>(Map.of(OF_PROMETHEUS, Set.of()));
        var text = new ByteArrayOutputStream();
        try {
            Metrics.write(text);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        text.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .forEach(line -> {
                    var sample = SAMPLE.matcher(line);
                    assertThat(sample.matches()).as(line).isTrue();
                    Set<String> labels = exposed.computeIfAbsent(sample.group(1), name -> new TreeSet<>());
                    if (sample.group(2) != null) {
                        LABEL.matcher(sample.group(2)).results().forEach(label -> labels.add(label.group(1)));
                    }
                });
        Metrics.declared().forEach((name, labels) -> {
            Set<String> all = new TreeSet<>(labels);
            all.add("le");
            exposed.put(name, all);
        });
        return exposed;
    }
}
