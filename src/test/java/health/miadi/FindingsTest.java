package health.miadi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Each finding of the hostile review")
class FindingsTest {
    private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z0-9]*(?:Test|IT))`");
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final int ATTACKS = 66;
    private static final Map<String, Integer> FINDINGS = Map.of("H", 8, "M", 16, "L", 18);

    private static List<String[]> rows() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("docs/security/findings.md"))) {
            return lines.filter(line -> line.matches("\\| ([HML]?\\d+) \\|.*"))
                    .map(line -> line.split("\\|", -1))
                    .toList();
        }
    }

    private static Map<String, String> tests() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            Map<String, String> sources = new TreeMap<>();
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                sources.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
            }
            return sources;
        }
    }

    @Test
    @DisplayName("is mended, with tests that name it, or accepted with a reason")
    void stands() throws IOException {
        Map<String, String> sources = tests();
        Set<String> told = new TreeSet<>();
        for (String[] row : rows()) {
            String id = row[1].strip();
            if (!id.matches("[HML]\\d+")) {
                continue;
            }
            assertThat(told.add(id)).as("told twice: %s", id).isTrue();
            String how = row[3].strip();
            List<String> named =
                    TEST.matcher(row[4]).results().map(found -> found.group(1)).toList();
            if (how.startsWith("**accepted**: ")) {
                assertThat(how).as(id).hasSizeGreaterThan(40);
                continue;
            }
            assertThat(how).as(id).startsWith("**mended**: ");
            assertThat(named).as(id).isNotEmpty();
            for (String test : named) {
                assertThat(sources).as(id).containsKey(test);
                assertThat(sources.get(test)).as("%s in %s", id, test).containsPattern("\\b" + id + "\\b");
            }
        }
        Set<String> all = FINDINGS.entrySet().stream()
                .flatMap(kind -> IntStream.rangeClosed(1, kind.getValue()).mapToObj(number -> kind.getKey() + number))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(told).isEqualTo(all);
    }

    @Test
    @DisplayName("and each attack has a row, with tests that there are")
    void attacks() throws IOException {
        Map<String, String> sources = tests();
        Set<Integer> told = new TreeSet<>();
        for (String[] row : rows()) {
            boolean held = row[1].strip().matches("\\d+");
            NUMBER.matcher(held ? row[1] : row[2])
                    .results()
                    .map(MatchResult::group)
                    .forEach(number -> told.add(Integer.valueOf(number)));
            List<String> named = new ArrayList<>();
            TEST.matcher(row[row.length - 2]).results().forEach(found -> named.add(found.group(1)));
            assertThat(sources.keySet()).as(row[1]).containsAll(named);
        }
        assertThat(told)
                .isEqualTo(IntStream.rangeClosed(1, ATTACKS).boxed().collect(Collectors.toCollection(TreeSet::new)));
    }
}
