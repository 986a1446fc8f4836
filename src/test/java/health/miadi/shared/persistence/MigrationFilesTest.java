package health.miadi.shared.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R-SCALE-2: a migration leaves a node of the former version at work. */
@DisplayName("Migrations")
class MigrationFilesTest {
    /** Those before it landed before the rule. */
    private static final String FIRST = "V20261130220000";

    private static final Pattern CONTRACT = Pattern.compile("(?m)^-- contract: not needed since \\S+");
    private static final Pattern COMMENT = Pattern.compile("(?m)--.*$");

    private static final List<Pattern> TAKEN_AWAY = Stream.of(
                    "\\bDROP\\s+(TABLE|COLUMN|SEQUENCE|VIEW)\\b",
                    "\\bRENAME\\s+(TO|COLUMN|CONSTRAINT)\\b",
                    "\\bALTER\\s+(COLUMN\\s+)?\\w+\\s+(SET\\s+DATA\\s+)?TYPE\\b",
                    "\\bSET\\s+NOT\\s+NULL\\b",
                    "\\bDROP\\s+DEFAULT\\b",
                    "\\bADD\\s+(COLUMN\\s+)?(?!CONSTRAINT)\\w+\\s+(?=[^,;]*\\bNOT\\s+NULL\\b)(?![^,;]*\\b(DEFAULT|GENERATED)\\b)",
                    // not within the one transaction of an upgrade
                    "\\bCONCURRENTLY\\b",
                    "\\bVACUUM\\b")
            .map(words -> Pattern.compile(words, Pattern.CASE_INSENSITIVE))
            .toList();

    private static List<String> faults(String migration) {
        if (CONTRACT.matcher(migration).find()) {
            return List.of();
        }
        String text = COMMENT.matcher(migration).replaceAll("");
        return TAKEN_AWAY.stream()
                .flatMap(pattern -> pattern.matcher(text).results())
                .map(found -> found.group().strip())
                .toList();
    }

    @Test
    @DisplayName("take away nothing that the former version needs, or say that they contract")
    void expand() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/db/migration"))) {
            List<Path> judged = files.filter(
                            file -> file.getFileName().toString().startsWith("V")
                                    && file.getFileName().toString().compareTo(FIRST) >= 0)
                    .toList();
            assertThat(judged).isNotEmpty().allSatisfy(file -> assertThat(faults(Files.readString(file)))
                    .isEmpty());
        }
    }

    @Nested
    @DisplayName("are refused")
    class Refused {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "ALTER TABLE sessions DROP COLUMN rotated_hash;",
                    "ALTER TABLE sessions RENAME COLUMN a TO b;",
                    "ALTER TABLE persons ALTER COLUMN date_of_birth TYPE text USING to_char(date_of_birth, 'YYYY');",
                    "ALTER TABLE persons ALTER phone SET NOT NULL;",
                    "ALTER TABLE persons ADD COLUMN a text, ADD COLUMN b text NOT NULL;",
                    "ALTER TABLE persons ADD b text NOT NULL;",
                    "DROP TABLE holds;",
                    "CREATE INDEX CONCURRENTLY i ON holds (id);",
                    "alter table persons drop column phone; -- nobody needs it"
                })
        void unlessTheyContract(String sql) {
            assertThat(faults(sql)).isNotEmpty();
            assertThat(faults("-- contract: not needed since 1.1\n" + sql)).isEmpty();
        }
    }

    @ParameterizedTest
    @DisplayName("may add what may be empty, or has a value")
    @ValueSource(
            strings = {
                "ALTER TABLE persons ADD COLUMN a text, ADD COLUMN b text NOT NULL DEFAULT '';",
                "ALTER TABLE persons ADD COLUMN a text NOT NULL GENERATED ALWAYS AS (lower(b)) STORED;",
                "CREATE TABLE t (id uuid PRIMARY KEY, name text NOT NULL);",
                "ALTER TABLE persons ADD CONSTRAINT c CHECK (phone IS NOT NULL OR id IS NOT NULL);",
                "DROP INDEX persons_by_name; DROP TRIGGER t ON persons; -- DROP TABLE holds"
            })
    void added(String sql) {
        assertThat(faults(sql)).isEmpty();
    }
}
