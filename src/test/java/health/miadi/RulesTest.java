package health.miadi;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The list of rules")
class RulesTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (R-[A-Z]+-\\d+[a-z]?) \\|");
    private static final Pattern CITED = Pattern.compile("\\bR-[A-Z]+-\\d+[a-z]?\\b");

    @Test
    @DisplayName("has each id once, and each is cited by what decides it and by what proves it")
    void ids() throws IOException {
        List<String> listed = ROW.matcher(Files.readString(Path.of("docs/rules.md")))
                .results()
                .map(row -> row.group(1))
                .toList();
        assertThat(listed).isNotEmpty().doesNotHaveDuplicates();
        Set<String> cited = cited(Path.of("src/main"));
        assertThat(listed).containsAll(cited);
        assertThat(cited).containsAll(listed);
        assertThat(cited(Path.of("src/test"))).isSubsetOf(listed).containsAll(listed);
    }

    private static Set<String> cited(Path sources) throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().matches(".*\\.(java|sql|js|properties)"))
                    .flatMap(file -> CITED.matcher(read(file)).results())
                    .map(found -> found.group())
                    .collect(toCollection(TreeSet::new));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
