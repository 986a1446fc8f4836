package health.miadi.bench;

import health.miadi.testing.server.Directories;
import health.miadi.testing.server.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scratch database with a million appointments and durable settings.
 *
 * <p>It takes minutes to fill; {@code -Dmiadi.bench.data=<directory>} keeps it for the next run of the same day and schema.
 */
final class Hospital implements AutoCloseable {
    private static final String FILLED = "filled";

    private final TestDatabase database;
    /** What goes when this is closed, or null: it is kept. */
    private final @Nullable Path scratch;

    private Hospital(TestDatabase database, @Nullable Path scratch) {
        this.database = database;
        this.scratch = scratch;
    }

    static Hospital open() throws IOException, SQLException {
        String kept = System.getProperty("miadi.bench.data");
        Path directory = kept == null ? Files.createTempDirectory("miadi-bench") : Path.of(kept);
        Path marker = directory.resolveSibling(directory.getFileName() + "." + FILLED);
        boolean ready = Files.exists(marker);
        var hospital = new Hospital(TestDatabase.startDurable(directory), kept == null ? directory : null);
        if (!ready) {
            hospital.fill();
            if (kept != null) {
                Files.createFile(marker);
            }
        }
        return hospital;
    }

    TestDatabase database() {
        return database;
    }

    private void fill() throws IOException, SQLException {
        try (Connection connection = database.connect()) {
            database.migrate();
            try (Statement statement = connection.createStatement()) {
                statement.execute("ALTER TABLE appointments DISABLE TRIGGER USER");
                List<String> rebuild = dropIndexes(statement);
                statement.execute(script());
                for (String definition : rebuild) {
                    statement.execute(definition);
                }
                statement.execute("ALTER TABLE appointments ENABLE TRIGGER USER");
                statement.execute("VACUUM ANALYZE");
            }
        }
    }

    /** A million rows go in in a minute without the indexes and in a quarter of an hour with them. */
    private static List<String> dropIndexes(Statement statement) throws SQLException {
        var rebuild = new ArrayList<String>();
        var drop = new ArrayList<String>();
        try (ResultSet rows = statement.executeQuery("SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint"
                + " WHERE conrelid = 'appointments'::regclass AND contype = 'x'")) {
            while (rows.next()) {
                drop.add("ALTER TABLE appointments DROP CONSTRAINT " + rows.getString(1));
                rebuild.add("ALTER TABLE appointments ADD CONSTRAINT " + rows.getString(1) + " " + rows.getString(2));
            }
        }
        try (ResultSet rows = statement.executeQuery(
                "SELECT indexrelid::regclass, pg_get_indexdef(indexrelid)"
                        + " FROM pg_index WHERE indrelid = 'appointments'::regclass AND NOT indisprimary AND NOT indisexclusion")) {
            while (rows.next()) {
                drop.add("DROP INDEX " + rows.getString(1));
                rebuild.add(rows.getString(2));
            }
        }
        for (String command : drop) {
            statement.execute(command);
        }
        return rebuild;
    }

    private static String script() throws IOException {
        try (var script = Hospital.class.getResourceAsStream("/bench/million-appointments.sql")) {
            if (script == null) {
                throw new IOException("the script is missing");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        database.close();
        if (scratch != null) {
            Directories.delete(scratch);
        }
    }
}
