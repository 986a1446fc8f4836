package health.miadi.testing.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL of the tests' own, with the roles that its databases belong to; neither is a superuser. */
final class Cluster implements AutoCloseable {
    static final String OWNER = "miadi_owner";
    static final String APPLICATION = "miadi";
    static final String PASSWORD = "only-for-tests";

    /** The first database of each; it is as empty as any. */
    static final String FIRST = "miadi";

    private static final int ANY_PORT = 0;

    private static @Nullable Cluster shared;

    /** Whatever runs it. */
    private interface Running {
        String url(String database);

        Connection connect(String database) throws SQLException;

        void stop() throws IOException;
    }

    private final Running postgres;
    private int databases;

    private Cluster(Running postgres) {
        this.postgres = postgres;
    }

    private Cluster(EmbeddedPostgres postgres) {
        this(new Running() {
            @Override
            public String url(String database) {
                return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + database;
            }

            @Override
            public Connection connect(String database) throws SQLException {
                return postgres.getDatabase("postgres", database).getConnection();
            }

            @Override
            public void stop() throws IOException {
                postgres.close();
            }
        });
    }

    /**
     * One that somebody else started and stops, whose superuser needs no password.
     *
     * @param hosts with their ports, of which that one counts which takes changes
     */
    static Cluster given(String hosts) {
        return new Cluster(new Running() {
            @Override
            public String url(String database) {
                return "jdbc:postgresql://" + hosts + "/" + database
                        + "?targetServerType=primary&hostRecheckSeconds=1&connectTimeout=2";
            }

            @Override
            public Connection connect(String database) throws SQLException {
                return DriverManager.getConnection(url(database), "postgres", "");
            }

            @Override
            public void stop() {
                // whoever started it does
            }
        });
    }

    /** The one for all tests to whom durability is nothing: it is fast and forgets everything in a power cut. */
    static synchronized Cluster shared() {
        Cluster running = shared;
        if (running == null) {
            running = new Cluster(run(EmbeddedPostgres.builder())).furnished();
            shared = running;
        }
        return running;
    }

    static synchronized void stopShared() {
        if (shared != null) {
            shared.close();
            shared = null;
        }
    }

    /** One that answers a commit only when it is on the disk, in a directory that may have its files already. */
    static Cluster durable(Path dataDirectory) {
        return durable(dataDirectory, ANY_PORT);
    }

    /** The same at that port. */
    static Cluster durable(Path dataDirectory, int port) {
        boolean isNew = !Files.exists(dataDirectory.resolve("PG_VERSION"));
        var cluster = new Cluster(run(EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(dataDirectory)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")));
        if (isNew) {
            cluster.furnishedWithDatabase();
        }
        return cluster;
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

    /** The roles, and an empty database. */
    Cluster furnishedWithDatabase() {
        furnished().create(FIRST, "template1");
        return this;
    }

    private Cluster furnished() {
        execute("postgres", "CREATE ROLE " + OWNER + " LOGIN PASSWORD '" + PASSWORD + "'");
        execute("postgres", "CREATE ROLE " + APPLICATION + " LOGIN PASSWORD '" + PASSWORD + "'");
        // for the tests, which count what the application does and break its connections
        execute("postgres", "GRANT pg_read_all_stats, pg_signal_backend TO " + OWNER);
        execute("template1", "CREATE EXTENSION pg_stat_statements");
        return this;
    }

    /** Makes a database that nobody has used and answers its name. */
    synchronized String createNext(String template) {
        String name = databases++ == 0 ? FIRST : FIRST + "_" + databases;
        create(name, template);
        return name;
    }

    /** Makes a database of that name, with all that the template has. */
    void create(String name, String template) {
        execute("postgres", "CREATE DATABASE " + name + " OWNER " + OWNER + " TEMPLATE " + template);
    }

    /** Ends its connections and removes it. */
    void drop(String name) {
        execute("postgres", "DROP DATABASE " + name + " WITH (FORCE)");
    }

    private void execute(String database, String sql) {
        try (Connection connection = connect(database);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("The embedded PostgreSQL started but refused its set-up", e);
        }
    }

    /** A connection as somebody who may do anything. */
    Connection connect(String database) throws SQLException {
        return postgres.connect(database);
    }

    /** Where a database of that name is. */
    String url(String database) {
        return postgres.url(database);
    }

    @Override
    public void close() {
        try {
            postgres.stop();
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded PostgreSQL did not stop", e);
        }
    }
}
