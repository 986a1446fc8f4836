package health.miadi.bench;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import health.miadi.testing.server.BuildOutput;
import health.miadi.testing.server.ServerUnderTest;
import health.miadi.testing.server.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * A node of a former version goes on beside one of this version, which has migrated their database (docs/operating.md, "Upgrading").
 * It needs the former version's WAR: {@code mvn verify -Pbench -Dit.test=SideBySideBench -Dmiadi.upgrade.from=/path/to/former.war}.
 *
 * <p>It prints the status of each operation on both nodes, and writes the statements that the former version sent the database into
 * {@code target/bench/former-statements.sql}, which {@code FormerNodeIT} holds the schema to.
 */
class SideBySideBench {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Pattern VALUE = Pattern.compile("\\$(\\d+)");
    private static final String FORMER = System.getProperty("miadi.upgrade.from", "");

    private final Map<String, Map<String, Integer>> statuses = new LinkedHashMap<>();

    @Test
    void bothVersionsWorkOnOneDatabase() throws Exception {
        assumeTrue(!FORMER.isEmpty(), "-Dmiadi.upgrade.from names no WAR");
        try (TestDatabase database = TestDatabase.start();
                ServerUnderTest former = ServerUnderTest.another("former", Path.of(FORMER), database)) {
            await().atMost(PATIENCE).until(() -> former.health("live") == 200);
            SideBySideVisits before = new SideBySideVisits("former alone", former, former, statuses);
            before.all();
            statements(database);
            try (ServerUnderTest latter = former.beside("latter", BuildOutput.war())) {
                await().atMost(PATIENCE).until(() -> latter.health("ready") == 200);
                before.goesOn("former, of before", former);
                before.goesOn("latter, of before", latter);
                new SideBySideVisits("former beside", former, latter, statuses).all();
                new SideBySideVisits("latter beside", latter, former, statuses).all();
            } finally {
                database.logged()
                        .lines()
                        .filter(line -> line.contains("ERROR:"))
                        .distinct()
                        .forEach(System.out::println);
            }
            new SideBySideVisits("former after", former, former, statuses).all();
            report(former.logged());
        }
    }

    /** Those that can be said again: in some, a value alone does not say of which type it is. */
    private static void statements(TestDatabase database) throws IOException, SQLException {
        List<String> sent =
                database.texts("SELECT DISTINCT regexp_replace(query, '\\s+', ' ', 'g') FROM pg_stat_statements"
                        + " WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database())"
                        + " AND userid = (SELECT oid FROM pg_roles WHERE rolname = 'miadi')"
                        + " AND query ~* '^\\s*(SELECT|INSERT|UPDATE|DELETE|WITH)' ORDER BY 1");
        Files.createDirectories(BuildOutput.path("bench"));
        List<String> said = new ArrayList<>();
        try (Connection connection = database.connectAsApplication();
                Statement statement = connection.createStatement()) {
            for (String each : sent) {
                String text = parsable(each);
                try {
                    statement.execute("PREPARE said AS " + text);
                    statement.execute("DEALLOCATE said");
                    said.add(text);
                } catch (SQLException ambiguous) {
                    System.out.println("not recorded: " + text);
                }
            }
        }
        Files.writeString(BuildOutput.path("bench/former-statements.sql"), String.join("\n", said) + "\n");
    }

    /** What PostgreSQL put in the place of words that have to be words, as words again; and the values counted anew. */
    private static String parsable(String statement) {
        String text = statement
                .replaceAll("(?i)extract\\(\\$\\d+ FROM", "extract(epoch FROM")
                .replaceAll("\\bDATE \\$\\d+", "DATE '2000-01-01'")
                .replaceAll("\\bTIME \\$\\d+", "TIME '00:00'");
        Map<String, Integer> numbers = new TreeMap<>(Comparator.comparing(Integer::valueOf));
        VALUE.matcher(text).results().forEach(found -> numbers.put(found.group(1), 0));
        int next = 1;
        for (Map.Entry<String, Integer> number : numbers.entrySet()) {
            number.setValue(next++);
        }
        return VALUE.matcher(text).replaceAll(found -> "\\$" + numbers.get(found.group(1)));
    }

    private void report(String log) throws IOException {
        var operations = new TreeMap<String, Map<String, Integer>>();
        statuses.forEach((who, answers) -> answers.forEach((operation, status) -> operations
                .computeIfAbsent(operation, any -> new LinkedHashMap<>())
                .put(who, status)));
        var text = new StringBuilder();
        operations.forEach((operation, answers) ->
                text.append(operation).append(' ').append(answers).append('\n'));
        log.lines()
                .filter(line ->
                        line.contains("ERROR:") || line.contains("SQLException") || line.contains("PSQLException"))
                .distinct()
                .limit(40)
                .forEach(line -> text.append(line).append('\n'));
        System.out.println(text);
        Files.writeString(BuildOutput.path("bench/side-by-side.txt"), text);
    }
}
