package health.miadi.testing.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL of the tests' own, with an empty database that belongs to an ordinary role, and another role for the
 * application.
 *
 * <p>Neither is a superuser, so that a migration which needs one fails here and not at a user's. Tests look behind the
 * application's back as the owner.
 */
public final class TestDatabase implements AutoCloseable {

    private static final String NAME = "miadi";
    private static final String OWNER = "miadi_owner";
    private static final String PASSWORD = "only-for-tests";

    private final EmbeddedPostgres postgres;

    private TestDatabase(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /** Starts one that is fast and forgets everything in a power cut: enough wherever durability is not the subject. */
    public static TestDatabase start() {
        return furnish(run(EmbeddedPostgres.builder()));
    }

    /**
     * Starts one that answers a commit only when it is on the disk.
     *
     * @param dataDirectory for its files; one that has them already goes on with them
     */
    public static TestDatabase startDurable(Path dataDirectory) {
        boolean isNew = !Files.exists(dataDirectory.resolve("PG_VERSION"));
        EmbeddedPostgres postgres = run(EmbeddedPostgres.builder()
                .setDataDirectory(dataDirectory)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on"));
        return isNew ? furnish(postgres) : new TestDatabase(postgres);
    }

    private static EmbeddedPostgres run(EmbeddedPostgres.Builder builder) {
        try {
            return builder.setServerConfig("max_connections", "200")
                    .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                    .setServerConfig("logging_collector", "on")
                    // as the launcher starts it, and as the README asks others to: the detail of an error quotes rows
                    .setServerConfig("log_error_verbosity", "terse")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded PostgreSQL did not start", e);
        }
    }

    private static TestDatabase furnish(EmbeddedPostgres postgres) {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE ROLE " + OWNER + " LOGIN PASSWORD '" + PASSWORD + "'");
            statement.execute("CREATE ROLE " + NAME + " LOGIN PASSWORD '" + PASSWORD + "'");
            // for the tests, which count what the application does and break its connections
            statement.execute("GRANT pg_read_all_stats, pg_signal_backend TO " + OWNER);
            statement.execute("CREATE DATABASE " + NAME + " OWNER " + OWNER);
        } catch (SQLException e) {
            throw refused(e);
        }
        try (var connection = postgres.getDatabase("postgres", NAME).getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE EXTENSION pg_stat_statements");
            return new TestDatabase(postgres);
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    private static IllegalStateException refused(SQLException cause) {
        return new IllegalStateException("The embedded PostgreSQL started but refused its set-up", cause);
    }

    /**
     * Ends PostgreSQL on the spot (SIGKILL), all its processes, and returns when they are gone.
     *
     * @param dataDirectory that it was started with
     */
    public static void kill(Path dataDirectory) {
        try {
            String pid =
                    Files.readAllLines(dataDirectory.resolve("postmaster.pid")).get(0);
            ProcessHandle postmaster =
                    ProcessHandle.of(Long.parseLong(pid)).orElseThrow(() -> new IllegalStateException("It is gone"));
            List<ProcessHandle> all = Stream.concat(Stream.of(postmaster), postmaster.descendants())
                    .toList();
            all.forEach(ProcessHandle::destroyForcibly);
            all.forEach(process -> process.onExit().join());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address of the database, as a JDBC URL. */
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + NAME;
    }

    /** The environment that tells the application to use this database. */
    public Map<String, String> environment() {
        return Map.of(
                "MIADI_DB_URL",
                url(),
                "MIADI_DB_USER",
                NAME,
                "MIADI_DB_PASSWORD",
                PASSWORD,
                "MIADI_DB_OWNER_USER",
                OWNER,
                "MIADI_DB_OWNER_PASSWORD",
                PASSWORD);
    }

    /** Makes the schema, as the application does at its start. */
    public void migrate() {
        Flyway.configure()
                .dataSource(url(), OWNER, PASSWORD)
                .locations("classpath:db/migration")
                .outOfOrder(true)
                .initSql("SET miadi.application_role = '" + NAME + "'")
                .load()
                .migrate();
    }

    /** The password of both roles. */
    public static String password() {
        return PASSWORD;
    }

    /** A connection as the owner; the caller closes it. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), OWNER, PASSWORD);
    }

    /** A connection as the application's own role; the caller closes it. */
    public Connection connectAsApplication() throws SQLException {
        return DriverManager.getConnection(url(), NAME, PASSWORD);
    }

    /** A connection as somebody who may do anything; the caller closes it. */
    public Connection connectAsSuperuser() throws SQLException {
        return postgres.getDatabase("postgres", NAME).getConnection();
    }

    /** The number that a query answers in its first column and row. */
    public long number(String sql, @Nullable Object... parameters) {
        try (var connection = connect();
                var statement = prepare(connection, sql, parameters);
                var rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** All that PostgreSQL itself has logged so far. */
    public String logged() {
        try (var connection = postgres.getPostgresDatabase().getConnection();
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
        List<String> texts = new ArrayList<>();
        try (var connection = connect();
                var statement = prepare(connection, sql, parameters);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Changes rows behind the application's back and answers how many. */
    public int update(String sql, @Nullable Object... parameters) {
        try (var connection = connect();
                var statement = prepare(connection, sql, parameters)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, @Nullable Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded PostgreSQL did not stop", e);
        }
    }
}
