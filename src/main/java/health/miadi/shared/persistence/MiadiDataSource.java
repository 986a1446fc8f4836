package health.miadi.shared.persistence;

import jakarta.annotation.sql.DataSourceDefinition;
import java.io.Serial;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The data source that configures itself: it takes {@code miadi.db.url}, {@code miadi.db.user} and
 * {@code miadi.db.password} from the configuration at the first connection, on every server alike. Servers pool it.
 */
@DataSourceDefinition(
        name = MiadiDataSource.NAME,
        className = "health.miadi.shared.persistence.MiadiDataSource",
        minPoolSize = 2,
        maxPoolSize = 20,
        properties = "applicationName=miadi")
public class MiadiDataSource extends PGSimpleDataSource {
    /** Where it stands in JNDI. */
    public static final String NAME = "java:app/jdbc/miadi";

    @Serial
    private static final long serialVersionUID = 1L;

    private transient boolean configured;

    @Override
    public Connection getConnection() throws SQLException {
        configure();
        return super.getConnection();
    }

    @Override
    public Connection getConnection(@Nullable String user, @Nullable String password) throws SQLException {
        configure();
        return super.getConnection(getUser(), getPassword());
    }

    /** Takes the name and the password of the role from the configuration: that of the application. */
    void signIn(Config config) {
        setUser(config.getValue("miadi.db.user", String.class));
        setPassword(config.getOptionalValue("miadi.db.password", String.class).orElse(""));
    }

    private synchronized void configure() {
        if (configured) {
            return;
        }
        // A pool may ask on a thread of the server's own, which has no context class loader.
        Config config = ConfigProvider.getConfig(MiadiDataSource.class.getClassLoader());
        setUrl(config.getValue("miadi.db.url", String.class));
        signIn(config);
        setApplicationName("miadi");
        // EclipseLink binds an absent UUID as a string; the server decides by the column what it is.
        setStringType("unspecified");
        // The detail of an error quotes rows: it may not reach an exception's message, which servers log.
        setLogServerErrorDetail(false);
        // Bounds every wait for a row: a stuck transaction costs its rivals seconds, not their threads.
        setOptions("-c lock_timeout="
                + Optional.ofNullable(System.getProperty("miadi.db.lock-timeout"))
                        .orElse("10s"));
        configured = true;
    }
}
