package health.miadi.demo.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A home whose database runs for the application, as the run command has it, without the application itself. */
public final class HeldHome implements AutoCloseable {
    private final RunningParts parts = new RunningParts();
    private final DatabaseAccess access;

    /** Takes the home and starts its database. */
    public HeldHome(Path directory) throws IOException {
        access = new EmbeddedDatabase(MiadiHome.open(directory)).start(parts).access();
    }

    /** How many rows that table has. */
    public long rows(String table) throws SQLException {
        try (Connection connection = DriverManager.getConnection(access.url(), access.user(), access.password());
                var rows = connection.createStatement().executeQuery("SELECT count(*) FROM " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Override
    public void close() {
        parts.stopAll();
        MiadiHome.release();
    }
}
