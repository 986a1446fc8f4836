package health.miadi.testing.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * A database of the tests' own, empty, that belongs to an ordinary role, and another role for the application.
 *
 * <p>Neither is a superuser, so that a migration which needs one fails here and not at a user's. Tests look behind the
 * application's back as the owner.
 */
public final class TestDatabase implements AutoCloseable {

    private static final String MIGRATED = "with_the_schema";

    private static final int SECONDS_TO_ANSWER = 5;

    private static boolean isTemplateMade;

    private final Cluster cluster;
    private final String name;
    private final boolean isShared;
    /** For questions of one statement: tests ask thousands, and each connection costs PostgreSQL a process. */
    private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();

    private TestDatabase(Cluster cluster, String name, boolean isShared) {
        this.cluster = cluster;
        this.name = name;
        this.isShared = isShared;
    }

    /**
     * A new one in a PostgreSQL that many tests share, which is fast and forgets everything in a power cut: enough wherever
     * durability is not the subject.
     */
    public static TestDatabase start() {
        return inShared("template1");
    }

    /** The same with the schema already made. */
    public static synchronized TestDatabase startMigrated() {
        if (!isTemplateMade) {
            Cluster.shared().create(MIGRATED, "template1");
            new TestDatabase(Cluster.shared(), MIGRATED, true).migrate();
            isTemplateMade = true;
        }
        return inShared(MIGRATED);
    }

    private static TestDatabase inShared(String template) {
        Cluster shared = Cluster.shared();
        return new TestDatabase(shared, shared.createNext(template), true);
    }

    /**
     * Starts a PostgreSQL for one alone that answers a commit only when it is on the disk.
     *
     * @param dataDirectory for its files; one that has them already goes on with them
     */
    public static TestDatabase startDurable(Path dataDirectory) {
        return new TestDatabase(Cluster.durable(dataDirectory), Cluster.FIRST, false);
    }

    /**
     * That of a PostgreSQL that somebody else started, and stops; makes roles and database in it.
     *
     * @param hosts with their ports, of which that one counts which takes changes
     */
    public static TestDatabase makeIn(String hosts) {
        return new TestDatabase(Cluster.given(hosts).furnishedWithDatabase(), Cluster.FIRST, false);
    }

    /** The same where roles and database are there already. */
    public static TestDatabase foundIn(String hosts) {
        return new TestDatabase(Cluster.given(hosts), Cluster.FIRST, false);
    }

    /**
     * Starts a streaming replica of a PostgreSQL that was started durable; the caller closes it.
     *
     * @param source the files of this one
     * @param copy for the replica's, empty
     */
    public TestDatabase replicate(Path source, Path copy) {
        try (Connection connection = cluster.connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute("ALTER SYSTEM SET wal_keep_size = '256MB'");
            statement.execute("SELECT pg_reload_conf()");
            statement.execute("SELECT pg_backup_start('replica', true)");
            Directories.copyLive(source, copy, Set.of("pg_wal", "pg_replslot", "postmaster.pid", "postmaster.opts"));
            String label;
            try (var rows = statement.executeQuery("SELECT labelfile FROM pg_backup_stop(false)")) {
                rows.next();
                label = rows.getString(1);
            }
            Files.writeString(copy.resolve("backup_label"), label);
            Files.writeString(copy.resolve("standby.signal"), "");
            Files.writeString(
                    copy.resolve("postgresql.auto.conf"),
                    "primary_conninfo = 'host=127.0.0.1 port="
                            + URI.create(cluster.url("postgres").substring("jdbc:".length()))
                                    .getPort() + " user=postgres'\n");
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
        return new TestDatabase(Cluster.durable(copy), name, false);
    }

    /** Starts again, at the address that it had, a PostgreSQL that was killed; this one is of no use any more. */
    public TestDatabase restart(Path dataDirectory) {
        int port = URI.create(url().substring("jdbc:".length())).getPort();
        close();
        return new TestDatabase(Cluster.durable(dataDirectory, port), name, false);
    }

    /** Stops all processes of PostgreSQL where they are (SIGSTOP): it takes connections and answers nothing. */
    public static void freeze(Path dataDirectory) {
        signal("STOP", dataDirectory);
    }

    /** Lets it go on. */
    public static void thaw(Path dataDirectory) {
        signal("CONT", dataDirectory);
    }

    private static void signal(String signal, Path dataDirectory) {
        List<String> command = new ArrayList<>(List.of("kill", "-" + signal));
        processes(dataDirectory).forEach(process -> command.add(Long.toString(process.pid())));
        try {
            // one that ended meanwhile is none to stop
            new ProcessBuilder(command).start().onExit().join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The processor time of all processes of that PostgreSQL that run now. */
    public static Duration processorTime(Path dataDirectory) {
        return processes(dataDirectory).stream()
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static List<ProcessHandle> processes(Path dataDirectory) {
        try {
            String pid =
                    Files.readAllLines(dataDirectory.resolve("postmaster.pid")).get(0);
            ProcessHandle postmaster =
                    ProcessHandle.of(Long.parseLong(pid)).orElseThrow(() -> new IllegalStateException("It is gone"));
            return Stream.concat(Stream.of(postmaster), postmaster.descendants())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Ends PostgreSQL on the spot (SIGKILL), all its processes, and returns when they are gone.
     *
     * @param dataDirectory that it was started with
     */
    public static void kill(Path dataDirectory) {
        List<ProcessHandle> all = processes(dataDirectory);
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(process -> process.onExit().join());
    }

    /** The address of the database, as a JDBC URL. */
    public String url() {
        return cluster.url(name);
    }

    /** The environment that tells the application to use this database. */
    public Map<String, String> environment() {
        return Map.of(
                "MIADI_DB_URL",
                url(),
                "MIADI_DB_USER",
                Cluster.APPLICATION,
                "MIADI_DB_PASSWORD",
                Cluster.PASSWORD,
                "MIADI_DB_OWNER_USER",
                Cluster.OWNER,
                "MIADI_DB_OWNER_PASSWORD",
                Cluster.PASSWORD);
    }

    /** Makes the schema, as the application does at its start. */
    public void migrate() {
        migrateTo("latest");
    }

    /** Makes the schema as it was before the migrations after that one; a question mark behind it says that there may be none. */
    public void migrateTo(String version) {
        Flyway.configure()
                .target(version)
                .dataSource(url(), Cluster.OWNER, Cluster.PASSWORD)
                .locations("classpath:db/migration")
                .outOfOrder(true)
                .initSql("SET miadi.application_role = '" + Cluster.APPLICATION + "'")
                .load()
                .migrate();
    }

    /** The password of both roles. */
    public static String password() {
        return Cluster.PASSWORD;
    }

    /** A connection as the owner; the caller closes it. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), Cluster.OWNER, Cluster.PASSWORD);
    }

    /** A connection as the application's own role; the caller closes it. */
    public Connection connectAsApplication() throws SQLException {
        return DriverManager.getConnection(url(), Cluster.APPLICATION, Cluster.PASSWORD);
    }

    /** A connection as the application's own role with that password; the caller closes it. */
    public Connection connectWith(String password) throws SQLException {
        return DriverManager.getConnection(url(), Cluster.APPLICATION, password);
    }

    /** A connection as somebody who may do anything; the caller closes it. */
    public Connection connectAsSuperuser() throws SQLException {
        return cluster.connect(name);
    }

    /** The number that a query answers in its first column and row. */
    public long number(String sql, @Nullable Object... parameters) {
        return ask(sql, parameters, statement -> {
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        });
    }

    /** All that PostgreSQL itself has logged so far. */
    public String logged() {
        try (var connection = cluster.connect("postgres");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT pg_read_binary_file(pg_current_logfile())")) {
            rows.next();
            return new String(rows.getBytes(1), StandardCharsets.ISO_8859_1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The tables that have a row with that text in it, whatever its case and in whichever column. */
    public List<String> tablesWith(String text) {
        List<String> found = new ArrayList<>();
        for (String table : tables()) {
            if (number("SELECT count(*) FROM \"" + table + "\" t WHERE position(lower(?) IN lower(t::text)) > 0", text)
                    > 0) {
                found.add(table);
            }
        }
        return found;
    }

    /** The names of all tables of the application. */
    public List<String> tables() {
        return texts("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'"
                + " AND table_type = 'BASE TABLE' AND table_name <> 'flyway_schema_history' ORDER BY 1");
    }

    /** The texts that a query answers in its first column. */
    public List<String> texts(String sql, @Nullable Object... parameters) {
        return ask(sql, parameters, statement -> {
            List<String> texts = new ArrayList<>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
            }
            return texts;
        });
    }

    /** Changes rows behind the application's back and answers how many. */
    public int update(String sql, @Nullable Object... parameters) {
        return ask(sql, parameters, PreparedStatement::executeUpdate);
    }

    private interface Question<T> {
        T of(PreparedStatement statement) throws SQLException;
    }

    private <T> T ask(String sql, @Nullable Object[] parameters, Question<T> question) {
        try {
            Connection connection = living();
            // what fails may leave it unusable: it is not asked again
            try (var statement = prepare(connection, sql, parameters)) {
                T answer = question.of(statement);
                idle.push(connection);
                return answer;
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private Connection living() throws SQLException {
        for (Connection known = idle.poll(); known != null; known = idle.poll()) {
            if (known.isValid(SECONDS_TO_ANSWER)) {
                return known;
            }
            known.close();
        }
        Connection fresh = connect();
        // the schema may change between two questions
        fresh.unwrap(PGConnection.class).setPrepareThreshold(0);
        return fresh;
    }

    private static PreparedStatement prepare(Connection connection, String sql, @Nullable Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }

    /** Removes it, or stops a PostgreSQL that it has for itself. */
    @Override
    public void close() {
        closeIdle();
        if (isShared) {
            cluster.drop(name);
        } else {
            cluster.close();
        }
    }

    private void closeIdle() {
        try {
            for (Connection known = idle.poll(); known != null; known = idle.poll()) {
                known.close();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How PostgreSQL carries that out: its plan with what it really read, a line each. */
    public String plan(String sql, List<?> values) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (Connection connection = connect();
                PreparedStatement explain =
                        connection.prepareStatement("EXPLAIN (ANALYZE, BUFFERS, COSTS OFF) " + sql)) {
            for (int i = 0; i < values.size(); i++) {
                explain.setObject(i + 1, values.get(i));
            }
            try (ResultSet lines = explain.executeQuery()) {
                while (lines.next()) {
                    plan.append(lines.getString(1)).append('\n');
                }
            }
        }
        return plan.toString();
    }
}
