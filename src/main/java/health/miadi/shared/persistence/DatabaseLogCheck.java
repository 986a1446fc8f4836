package health.miadi.shared.persistence;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Warns when PostgreSQL would write into its own log what a refused row holds, such as the e-mail address of a duplicate. Only
 * the database's administrator can change that.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionManagement(TransactionManagementType.BEAN)
public class DatabaseLogCheck {
    private static final Logger LOG = Logger.getLogger(DatabaseLogCheck.class.getName());

    @Resource(lookup = MiadiDataSource.NAME)
    DataSource dataSource;

    @PostConstruct
    void check() {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT current_setting('log_error_verbosity')")) {
            if (rows.next() && !rows.getString(1).equals("terse")) {
                LOG.log(
                        Level.WARNING,
                        "PostgreSQL's log may quote confidential values of rows that it refuses. Let its administrator run:"
                                + " ALTER ROLE ... SET log_error_verbosity = terse");
            }
        } catch (SQLException unknown) {
            LOG.log(Level.WARNING, "What PostgreSQL writes into its log cannot be asked");
        }
    }
}
