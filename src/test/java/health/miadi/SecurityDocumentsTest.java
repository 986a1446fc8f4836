package health.miadi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What is written about security")
class SecurityDocumentsTest {
    private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z0-9]*(?:Test|IT))`");
    private static final Pattern NUMBER = Pattern.compile("\\d+\\.\\d+\\.\\d+");
    private static final Pattern STATE = Pattern.compile("\\*\\*(met|in part|open|n/a)\\*\\*");

    @ParameterizedTest
    @DisplayName("names only tests that there are")
    @ValueSource(
            strings = {
                "SECURITY.md",
                "docs/security/owasp-api-top-10.md",
                "docs/security/asvs.md",
                "docs/security/data.md",
                "docs/security/findings.md"
            })
    void tests(String document) throws IOException {
        Set<String> named = TEST.matcher(Files.readString(Path.of(document)))
                .results()
                .map(found -> found.group(1) + ".java")
                .collect(Collectors.toSet());
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            assertThat(files.map(file -> file.getFileName().toString())).containsAll(named);
        }
    }

    @Test
    @DisplayName("says of every requirement of levels 1 and 2 how it stands, by the standard's own numbers and levels")
    void requirements() throws IOException {
        Map<String, String> levels = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("src/test/resources/health/miadi/security/asvs-5.0.0.txt"))) {
            if (!line.startsWith("#")) {
                levels.put(line.split(" ")[0], line.split(" ")[1]);
            }
        }
        Map<String, String> told = new TreeMap<>();
        for (String row : rows()) {
            String cell = row.split("\\|", -1)[1].strip();
            String level = cell.substring(cell.length() - 2, cell.length() - 1);
            NUMBER.matcher(cell).results().map(MatchResult::group).forEach(number -> assertThat(told.put(number, level))
                    .as("told twice: %s", number)
                    .isNull());
        }
        assertThat(levels).containsAllEntriesOf(told);
        levels.values().removeIf("3"::equals);
        assertThat(told.keySet()).containsAll(levels.keySet());
    }

    @Test
    @DisplayName("begins each of them with how it stands")
    void states() throws IOException {
        assertThat(rows())
                .allMatch(row -> STATE.matcher(row.split("\\|", -1)[2].strip()).lookingAt());
    }

    private static List<String> rows() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("docs/security/asvs.md"))) {
            return lines.filter(line -> line.matches("\\| \\d.*")).toList();
        }
    }
}
