package health.miadi.shared.persistence;

import jakarta.annotation.sql.DataSourceDefinition;
import java.io.Serial;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The data source that configures itself, on every server alike (ADR 0035): servers pool its connections and enlist them in
 * their transactions, and each takes a living one from {@link DatabasePool} for as long as a transaction lasts.
 */
@DataSourceDefinition(
        name = MiadiDataSource.NAME,
        className = "health.miadi.shared.persistence.MiadiDataSource",
        minPoolSize = 2,
        // more than requests that a node lets in: what bounds connections is DatabasePool
        maxPoolSize = 500,
        properties = "applicationName=miadi")
public class MiadiDataSource extends PGSimpleDataSource {
    /** Where it stands in JNDI. */
    public static final String NAME = "java:app/jdbc/miadi";

    @Serial
    private static final long serialVersionUID = 1L;

    @Override
    public Connection getConnection() {
        return TransactionConnection.over(new Pooled());
    }

    @Override
    public Connection getConnection(@Nullable String user, @Nullable String password) {
        return getConnection();
    }

    private static final class Pooled implements TransactionConnection.Source {
        private final DatabaseLimits limits = DatabasePool.limits();
        private final @Nullable SlowStatements slow = DatabasePool.slowStatements();

        @Override
        public Connection borrow() throws SQLException {
            return DatabasePool.connection();
        }

        @Override
        public <T extends Statement> T made(Class<T> type, T statement, String sql) {
            return slow == null ? statement : slow.watch(type, statement, sql);
        }

        @Override
        public @Nullable Connection replica(@Nullable Connection held) throws SQLException {
            Replica replica = Replica.ofThisNode();
            return replica == null ? null : replica.caughtUp(held);
        }

        @Override
        public void replicaFailed(SQLException why) {
            Replica replica = Replica.ofThisNode();
            if (replica != null) {
                replica.failed(why);
            }
        }

        @Override
        public void begun(Connection connection) throws SQLException {
            if (limits.pooled()) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute(limits.statement());
                }
            }
        }
    }
}
