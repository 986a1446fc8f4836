package health.miadi.shared.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import health.miadi.shared.logging.LogSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * This node's connections to the database, on every server the same: as many as configured, validated when they rested,
 * thrown away when they break. What a server pools are {@link TransactionConnection}s, which take one for a transaction.
 */
final class DatabasePool {
    private static final int RESTING = 2;
    private static final long LONGEST_LIFE_MILLIS = TimeUnit.MINUTES.toMillis(30);

    private static @Nullable HikariDataSource pool;
    private static volatile @Nullable DatabaseLimits limits;
    private static boolean closed;

    private DatabasePool() {}

    /** A connection that is alive, and goes back to the pool when it is closed. */
    static Connection connection() throws SQLException {
        return DatabasePatience.within(limits(), () -> pool().getConnection());
    }

    /** Whether the database answers, within the time that a transaction would wait. */
    static boolean answers() {
        try (Connection connection = connection()) {
            return connection.isValid((int) Math.max(1, TimeUnit.MILLISECONDS.toSeconds(limits().validationMillis())));
        } catch (SQLException away) {
            return false;
        }
    }

    /** Read once: they are asked for with each transaction. */
    static DatabaseLimits limits() {
        DatabaseLimits read = limits;
        if (read == null) {
            read = DatabaseLimits.of(config());
            limits = read;
        }
        return read;
    }

    /** Who watches statements, where a deployment wants that. */
    static @Nullable SlowStatements slowStatements() {
        LogSettings settings = LogSettings.of(config());
        int millis = settings.slowStatementMillis();
        return millis > 0 ? new SlowStatements(millis, settings.queryIds() ? QueryIds.ofThisNode() : null) : null;
    }

    /** Closes all; nothing of this deployment works with the database any more. */
    static synchronized void close() {
        closed = true;
        Replica.closeOfThisNode();
        if (pool != null) {
            pool.close();
            pool = null;
        }
    }

    private static synchronized HikariDataSource pool() throws SQLException {
        if (closed) {
            throw new SQLNonTransientConnectionException("this node is stopping", "08003");
        }
        if (pool == null) {
            pool = PoolMeasures.watching(new HikariDataSource(settings(config())));
        }
        return pool;
    }

    private static HikariConfig settings(Config config) {
        DatabaseLimits limits = limits();
        var settings = new HikariConfig();
        settings.setPoolName("miadi");
        settings.setDataSource(DirectDataSource.forWork(config));
        settings.setMaximumPoolSize(limits.poolSize());
        settings.setMinimumIdle(Math.min(RESTING, limits.poolSize()));
        settings.setConnectionTimeout(limits.poolWaitMillis());
        settings.setValidationTimeout(Math.min(limits.validationMillis(), limits.poolWaitMillis()));
        settings.setMaxLifetime(LONGEST_LIFE_MILLIS);
        settings.setMetricsTrackerFactory(PoolMeasures.TRACKERS);
        // a database that is away when the node starts is no reason to have no pool
        settings.setInitializationFailTimeout(-1);
        return settings;
    }

    /** A pool may ask on a thread of the server's own, which has no context class loader. */
    static Config config() {
        return ConfigProvider.getConfig(DatabasePool.class.getClassLoader());
    }
}
