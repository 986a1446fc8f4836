package health.miadi.testing.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL of the tests' own, with an empty database that belongs to an ordinary role.
 *
 * <p>The role is no superuser, so that a migration which needs one fails here and not at a user's.
 */
public final class TestDatabase implements AutoCloseable {

    private static final String NAME = "miadi";
    private static final String PASSWORD = "only-for-tests";

    private final EmbeddedPostgres postgres;

    private TestDatabase(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /** Starts one that is fast and forgets everything in a power cut: enough wherever durability is not the subject. */
    public static TestDatabase start() {
        return start(EmbeddedPostgres.builder());
    }

    /** Starts one that answers a commit only when it is on the disk, with its files in {@code dataDirectory}. */
    public static TestDatabase startDurable(Path dataDirectory) {
        return start(EmbeddedPostgres.builder()
                .setDataDirectory(dataDirectory)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on"));
    }

    private static TestDatabase start(EmbeddedPostgres.Builder builder) {
        try {
            EmbeddedPostgres postgres = builder.setServerConfig("max_connections", "200")
                    .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                    .start();
            try (var connection = postgres.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("CREATE ROLE " + NAME + " LOGIN PASSWORD '" + PASSWORD + "'");
                statement.execute("CREATE DATABASE " + NAME + " OWNER " + NAME);
            }
            try (var connection = postgres.getDatabase("postgres", NAME).getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("CREATE EXTENSION pg_stat_statements");
            }
            return new TestDatabase(postgres);
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded PostgreSQL did not start", e);
        } catch (SQLException e) {
            throw new IllegalStateException("The embedded PostgreSQL started but refused its set-up", e);
        }
    }

    /** The address of the database, as a JDBC URL. */
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + NAME;
    }

    /** The environment that tells the application to use this database. */
    public Map<String, String> environment() {
        return Map.of("MIADI_DB_URL", url(), "MIADI_DB_USER", NAME, "MIADI_DB_PASSWORD", PASSWORD);
    }

    /** A connection as the application's own role; the caller closes it. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), NAME, PASSWORD);
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
