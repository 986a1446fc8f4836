package health.miadi.console.support;

import health.miadi.demo.launcher.HomeDatabase;
import health.miadi.shared.settings.Setting;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A file with what helps to understand a problem: versions, settings, the database's size, settings and work, the last lines of the log,
 * and where the threads of a node are.
 *
 * <p>Each part is made of what is asked for by name. Nothing of a row of the clinic's tables is in it but how many there are.
 */
public final class SupportBundle {

    private static final int LINES = 5000;

    /** What is asked of the database, in the order in which it is written. */
    private static final Map<String, String> QUESTIONS = questions();

    private SupportBundle() {}

    private static Map<String, String> questions() {
        Map<String, String> questions = new LinkedHashMap<>();
        questions.put(
                "server",
                "SELECT now() AS now, version(), pg_postmaster_start_time() AS started, pg_is_in_recovery() AS standby,"
                        + " pg_database_size(current_database()) AS bytes");
        questions.put(
                "schema",
                "SELECT version, success, installed_on FROM flyway_schema_history WHERE version IS NOT NULL ORDER BY installed_rank");
        questions.put("extensions", "SELECT extname, extversion FROM pg_extension ORDER BY extname");
        questions.put(
                "settings",
                "SELECT name, setting, unit, source FROM pg_settings WHERE vartype <> 'string' AND source NOT IN ('default', 'client')"
                        + " OR name IN ('synchronous_commit', 'wal_level', 'server_encoding', 'shared_buffers', 'work_mem',"
                        + " 'max_connections', 'log_error_verbosity', 'TimeZone') ORDER BY name");
        questions.put(
                "tables",
                "SELECT relname, n_live_tup, n_dead_tup, seq_scan, idx_scan, last_autovacuum, last_autoanalyze,"
                        + " pg_total_relation_size(relid) AS bytes FROM pg_stat_user_tables ORDER BY relname");
        questions.put(
                "indexes",
                "SELECT relname, indexrelname, idx_scan, pg_relation_size(indexrelid) AS bytes FROM pg_stat_user_indexes"
                        + " ORDER BY relname, indexrelname");
        questions.put(
                "work",
                "SELECT xact_commit, xact_rollback, blks_read, blks_hit, deadlocks, temp_bytes, conflicts, stats_reset"
                        + " FROM pg_stat_database WHERE datname = current_database()");
        questions.put(
                "connections",
                "SELECT backend_type, state, wait_event_type, wait_event, count(*), max(now() - xact_start) AS longest_transaction"
                        + " FROM pg_stat_activity WHERE datname = current_database() GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4");
        questions.put(
                "locks", "SELECT locktype, mode, granted, count(*) FROM pg_locks GROUP BY 1, 2, 3 ORDER BY 1, 2, 3");
        questions.put(
                "replication", "SELECT state, sync_state, write_lag, flush_lag, replay_lag FROM pg_stat_replication");
        questions.put(
                "statements",
                "SELECT queryid, calls, rows, round(mean_exec_time::numeric, 1) AS millis, round(max_exec_time::numeric, 1) AS longest"
                        + " FROM pg_stat_statements ORDER BY total_exec_time DESC LIMIT 30");
        return questions;
    }

    /**
     * Writes it.
     *
     * @param to a file that does not exist yet; its owner alone may read it
     * @param environment {@code MIADI_DB_URL} and so on, or {@code MIADI_HOME} with the embedded database
     * @param project the project's root, where the default home is
     * @param logs of nodes
     * @param processes of nodes on this machine, for where their threads are
     */
    public static void write(
            Path to,
            String version,
            Map<String, String> environment,
            Path project,
            List<Path> logs,
            List<Long> processes)
            throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("about.txt", about(version));
        parts.put("settings.txt", SupportSettings.of(environment));
        parts.put("database.txt", database(environment, project));
        for (int i = 0; i < logs.size(); i++) {
            parts.put("log-" + (i + 1) + ".txt", log(logs.get(i)));
        }
        for (int i = 0; i < processes.size(); i++) {
            parts.put("threads-" + (i + 1) + ".txt", threads(processes.get(i)));
        }
        var ownersAlone = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Files.createFile(to, ownersAlone);
        try (OutputStream file = Files.newOutputStream(to, StandardOpenOption.WRITE);
                var bundle = new ZipOutputStream(file)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                bundle.putNextEntry(new ZipEntry(part.getKey()));
                bundle.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                bundle.closeEntry();
            }
        }
    }

    private static String about(String version) {
        Runtime machine = Runtime.getRuntime();
        return version + "\nJava " + System.getProperty("java.version") + " (" + System.getProperty("java.vendor")
                + ")\n"
                + System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                + System.getProperty("os.arch") + "\n" + machine.availableProcessors() + " processors, "
                + machine.maxMemory() / 1_000_000 + " MB for this program\n";
    }

    private static String database(Map<String, String> environment, Path project) {
        var text = new StringBuilder();
        try (HomeDatabase home = HomeDatabase.open(environment, project)) {
            var login = new Properties();
            login.setProperty("user", home.settings().getOrDefault(Setting.DB_USER.property(), ""));
            login.setProperty("password", home.settings().getOrDefault(Setting.DB_PASSWORD.property(), ""));
            login.setProperty("connectTimeout", "5");
            login.setProperty("socketTimeout", "30");
            try (Connection connection =
                    DriverManager.getConnection(home.settings().getOrDefault(Setting.DB_URL.property(), ""), login)) {
                QUESTIONS.forEach((name, question) -> text.append("== ")
                        .append(name)
                        .append('\n')
                        .append(answer(connection, question))
                        .append('\n'));
            }
        } catch (SQLException away) {
            // its message has the address and the user
            text.append("no connection: SQL state ").append(away.getSQLState()).append('\n');
        } catch (RuntimeException none) {
            text.append("no database: ").append(none.getClass().getName()).append('\n');
        }
        return text.toString();
    }

    private static String answer(Connection connection, String question) {
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            int columns = rows.getMetaData().getColumnCount();
            var text = new StringBuilder();
            List<String> cells = new ArrayList<>();
            for (int column = 1; column <= columns; column++) {
                cells.add(rows.getMetaData().getColumnLabel(column));
            }
            text.append(String.join("\t", cells)).append('\n');
            while (rows.next()) {
                cells.clear();
                for (int column = 1; column <= columns; column++) {
                    cells.add(String.valueOf(rows.getString(column)));
                }
                text.append(String.join("\t", cells)).append('\n');
            }
            return text.toString();
        } catch (SQLException refused) {
            return "refused: SQL state " + refused.getSQLState() + "\n";
        }
    }

    private static String log(Path file) throws IOException {
        var lenient = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        try (var reader = new BufferedReader(new InputStreamReader(Files.newInputStream(file), lenient));
                Stream<String> lines = reader.lines()) {
            return SupportLog.of(lines, LINES).stream().collect(Collectors.joining("\n", "", "\n"));
        }
    }

    /** Which classes its threads are in; their names, which a program may make of anything, are not in it. */
    private static String threads(long process) throws IOException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process dump = new ProcessBuilder(jcmd.toString(), Long.toString(process), "Thread.print")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var output = dump.inputReader(StandardCharsets.UTF_8)) {
            String found = output.lines()
                    .filter(line ->
                            line.matches("\\s+at .*|\\s+java\\.lang\\.Thread\\.State: [A-Z_]+.*") || line.isBlank())
                    .collect(Collectors.joining("\n", "", "\n"));
            return dump.waitFor(10, TimeUnit.SECONDS) && dump.exitValue() == 0 ? found : "jcmd could not ask it\n";
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return "interrupted\n";
        }
    }
}
