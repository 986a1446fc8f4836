package health.miadi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("What is written about Miadi")
class DocumentsTest {
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s:]*)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");
    private static final Pattern DECISION = Pattern.compile("(?m)^\\| \\[(\\d{4})]");
    private static final int LONGEST_README = 110;

    @ParameterizedTest
    @MethodSource
    @DisplayName("leads nowhere that is not there")
    void links(Path page) throws IOException {
        for (String link : found(LINK, Files.readString(page))) {
            String[] parts = link.split("#", 2);
            Path target =
                    parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
            assertThat(target).as("%s in %s", link, page).exists();
            if (parts.length == 2 && target.toString().endsWith(".md")) {
                assertThat(anchors(target)).as("%s in %s", link, page).contains(parts[1]);
            }
        }
    }

    static List<Path> links() throws IOException {
        try (Stream<Path> files = Stream.of(Path.of("docs"), Path.of("deploy")).flatMap(DocumentsTest::pages);
                Stream<Path> here = Files.list(Path.of(""))) {
            return Stream.concat(files, here.filter(DocumentsTest::isPage)).toList();
        }
    }

    @Test
    @DisplayName("names each decision once, in order")
    void decisions() throws IOException {
        List<String> named = found(DECISION, Files.readString(Path.of("docs/adr/README.md")));
        try (Stream<Path> files = Files.list(Path.of("docs/adr"))) {
            assertThat(named)
                    .isEqualTo(files.map(file -> file.getFileName().toString().substring(0, 4))
                            .filter(number -> number.matches("\\d{4}"))
                            .sorted()
                            .toList());
        }
    }

    @Test
    @DisplayName("begins with a page that is read to its end")
    void frontDoor() throws IOException {
        assertThat(Files.readAllLines(Path.of("README.md"))).hasSizeLessThanOrEqualTo(LONGEST_README);
    }

    private static Stream<Path> pages(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(DocumentsTest::isPage).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isPage(Path file) {
        return file.toString().endsWith(".md");
    }

    private static Set<String> anchors(Path page) throws IOException {
        return found(HEADING, Files.readString(page)).stream()
                .map(heading -> heading.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}_ -]", "")
                        .strip()
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(result -> result.group(1)).toList();
    }
}
