package health.miadi.shared.persistence;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Looks for the ids of slow statements once a minute, if there were any: on a connection of its own, that no request waits for, and that
 * is closed again.
 */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class QueryIdTimer {
    private static final Logger LOG = Logger.getLogger(QueryIdTimer.class.getName());

    @Schedule(hour = "*", minute = "*", second = "23", persistent = false)
    void look() {
        if (QueryIds.ofThisNode().isAsked()) {
            try (Connection connection =
                    DirectDataSource.forWork(ConfigProvider.getConfig()).getConnection()) {
                QueryIds.ofThisNode().look(connection);
            } catch (SQLException away) {
                // told of where it matters; they are looked for in the next minute
                LOG.log(Level.FINE, "No query ids at the moment: SQL state {0}", away.getSQLState());
            }
        }
    }
}
