package health.miadi.shared.settings;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.shared.settings.Setting.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/configuration.md} has every setting as the code has it. With {@code -Dmiadi.configuration=write} it is written anew. */
class ConfigurationDocumentTest {
    private static final Path DOCUMENT = Path.of("docs/configuration.md");
    private static final Pattern PROPERTY = Pattern.compile("\"((?:miadi|google)\\.[a-z]+[a-z.-]*)\"");

    @Test
    void theDocumentHasEverySettingAsItIs() throws IOException {
        if ("write".equals(System.getProperty("miadi.configuration"))) {
            Files.writeString(DOCUMENT, document());
        }
        assertThat(DOCUMENT).hasContent(document());
    }

    /** A property that is read by its name has a default, a range and a meaning somewhere else. */
    @Test
    void noOtherPlaceNamesASetting() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> !path.endsWith("Setting.java"))
                    .toList()) {
                List<String> named = PROPERTY.matcher(Files.readString(file))
                        .results()
                        .map(found -> found.group(1))
                        .filter(name -> Arrays.stream(Setting.values())
                                .anyMatch(setting -> setting.property().equals(name)))
                        .toList();
                assertThat(named).as(file.toString()).isEmpty();
            }
        }
    }

    private static String document() {
        List<String> lines = new ArrayList<>(List.of(
                "# Configuration",
                "",
                "Every setting is an environment variable, or the MicroProfile Config property of the same name in small letters: `MIADI_DB_URL` is",
                "`miadi.db.url`. A blank value counts as none. A start with a value that is not of its kind is refused with one sentence that names the",
                "variable and never the value. `mvn -Prun` has two more: `MIADI_PORT` (8080) and `MIADI_HOME` (`.miadi`, its database, keys, logins, logs",
                "and what it unpacks).",
                "",
                "This page is made from [the code](../src/main/java/health/miadi/shared/settings/Setting.java)."));
        for (Section section : Section.values()) {
            lines.addAll(List.of(
                    "", "## " + section.title(), "", "| Variable | Default | Takes | Meaning |", "|---|---|---|---|"));
            Arrays.stream(Setting.values())
                    .filter(setting -> setting.section() == section)
                    .map(ConfigurationDocumentTest::row)
                    .forEach(lines::add);
        }
        return lines.stream().collect(joining("\n", "", "\n"));
    }

    private static String row(Setting setting) {
        return "| `" + setting.variable() + "` | "
                + setting.kind().defaultText().orElse("") + " | "
                + setting.kind().range() + " | " + setting.meaning() + " |";
    }
}
