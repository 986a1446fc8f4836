package health.miadi.demo.launcher;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;

/** A PostgreSQL that the person runs and names; it is used as it is, and never started or stopped. */
final class OwnDatabase {
    private static final int OLDEST_MAJOR_VERSION = 14;
    private static final String CONNECT_LIMIT_SECONDS = "10";

    private OwnDatabase() {}

    /**
     * Proves that the database lets the application in.
     *
     * @throws LaunchRefusal when it does not
     */
    static RunningDatabase prove(DatabaseAccess access) {
        Properties properties = new Properties();
        properties.setProperty("user", access.user());
        properties.setProperty("password", access.password());
        properties.setProperty("loginTimeout", CONNECT_LIMIT_SECONDS);
        try (Connection connection = driver(access.url()).connect(access.url(), properties)) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST_MAJOR_VERSION) {
                throw new LaunchRefusal("The PostgreSQL at MIADI_DB_URL is version " + version + ", and Miadi needs "
                        + OLDEST_MAJOR_VERSION + " or later.");
            }
            return new RunningDatabase(access, 0, new CompletableFuture<>());
        } catch (SQLException e) {
            throw new LaunchRefusal(
                    "The PostgreSQL at MIADI_DB_URL does not let Miadi in: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given"),
                    e);
        }
    }

    /** Asks the drivers of this class path, not those that some other part of Maven may have registered. */
    private static Driver driver(String url) throws SQLException {
        for (Driver driver : ServiceLoader.load(Driver.class, OwnDatabase.class.getClassLoader())) {
            if (driver.acceptsURL(url)) {
                return driver;
            }
        }
        throw new LaunchRefusal("MIADI_DB_URL is not a JDBC URL that the PostgreSQL driver understands.");
    }
}
