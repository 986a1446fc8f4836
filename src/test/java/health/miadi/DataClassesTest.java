package health.miadi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every table is of a class of data, and it is said how long its rows are kept, and what class of the code sees to it. */
class DataClassesTest {
    private static final Path DOCUMENT = Path.of("docs/security/data.md");
    private static final Pattern CREATED = Pattern.compile("(?i)CREATE TABLE (?:IF NOT EXISTS )?([a-z_]+)");
    private static final Pattern DROPPED = Pattern.compile("(?i)DROP TABLE (?:IF EXISTS )?([a-z_]+)");
    private static final Pattern NAMED = Pattern.compile("`([a-z_]+)`");
    private static final Pattern SWEEP = Pattern.compile("`([A-Z][A-Za-z]+)`");

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).toList();
    }

    private static List<String> rows() throws IOException {
        try (Stream<String> lines = Files.lines(DOCUMENT)) {
            return lines.filter(line -> line.startsWith("| `")).toList();
        }
    }

    @Test
    void everyTableStandsThereOnceAndNoOther() throws IOException {
        TreeSet<String> tables = new TreeSet<>(List.of("flyway_schema_history"));
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/db/migration"))) {
            for (Path file : files.sorted().toList()) {
                tables.addAll(found(CREATED, Files.readString(file)));
                found(DROPPED, Files.readString(file)).forEach(tables::remove);
            }
        }
        assertThat(rows().stream().flatMap(row -> found(NAMED, row.split("\\|")[1]).stream()))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(tables);
    }

    @Test
    void whatRemovesRowsIsThere() throws IOException {
        List<String> named = rows().stream()
                .flatMap(row -> found(SWEEP, row.split("\\|")[4]).stream())
                .distinct()
                .toList();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".java", "")))
                    .containsAll(named);
        }
    }
}
