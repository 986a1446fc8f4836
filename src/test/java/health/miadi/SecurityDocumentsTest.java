package health.miadi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
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
    private static final Pattern REQUIREMENT = Pattern.compile("\\b(\\d+\\.\\d+)\\.(\\d+)(?:–\\1\\.(\\d+))?");

    @ParameterizedTest
    @DisplayName("names only tests that there are")
    @ValueSource(strings = {"SECURITY.md", "docs/security/owasp-api-top-10.md", "docs/security/asvs.md"})
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
    @DisplayName("says of every requirement of the four chapters how it stands")
    void requirements() throws IOException {
        List<String> rows;
        try (Stream<String> lines = Files.lines(Path.of("docs/security/asvs.md"))) {
            rows = lines.filter(line -> line.matches("\\| \\d.*"))
                    .map(line -> line.split("\\|", -1)[1])
                    .toList();
        }
        assertThat(rows.stream()
                        .flatMap(row -> REQUIREMENT.matcher(row).results())
                        .flatMap(SecurityDocumentsTest::range))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(Stream.of(
                                "6.1 3", "6.2 12", "6.3 8", "6.4 6", "6.5 8", "6.6 4", "6.7 2", "6.8 4", "7.1 3",
                                "7.2 4", "7.3 2", "7.4 5", "7.5 3", "7.6 2", "9.1 3", "9.2 4", "10.1 2", "10.2 3",
                                "10.3 5", "10.4 16", "10.5 5", "10.6 2", "10.7 3")
                        .flatMap(section -> numbers(section.split(" ")[0], 1, Integer.parseInt(section.split(" ")[1])))
                        .toList());
    }

    private static Stream<String> range(MatchResult found) {
        int first = Integer.parseInt(found.group(2));
        return numbers(found.group(1), first, found.group(3) == null ? first : Integer.parseInt(found.group(3)));
    }

    private static Stream<String> numbers(String section, int first, int last) {
        return Stream.iterate(first, number -> number <= last, number -> number + 1)
                .map(number -> section + "." + number);
    }
}
