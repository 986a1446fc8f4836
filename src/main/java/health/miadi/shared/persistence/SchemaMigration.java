package health.miadi.shared.persistence;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.flywaydb.core.Flyway;

/**
 * Brings the schema up to date before anything else touches it; nodes that start together wait for one another. It does so
 * as the owner of the tables, where there is one beside the application's own role, and {@code afterMigrate.sql} says what
 * that role may do.
 */
@Singleton
@Startup
@DependsOn("RequiredSettings")
@TransactionManagement(TransactionManagementType.BEAN)
public class SchemaMigration {
    private static final Logger LOG = Logger.getLogger(SchemaMigration.class.getName());

    private static final int CONNECT_RETRIES = 12;
    private static final int CONNECT_RETRY_SECONDS = 5;

    @Resource(lookup = MiadiDataSource.NAME)
    DataSource dataSource;

    private boolean pending = true;

    @PostConstruct
    void migrate() {
        int applied = flyway().migrate().migrationsExecuted;
        pending = false;
        LOG.log(Level.INFO, "Schema is up to date, {0} migrations applied", applied);
        if (ApplicationRole.mayChangeTheTrail(dataSource)) {
            LOG.log(Level.WARNING, ApplicationRole.WARNING);
        }
    }

    /** True once every migration of this version is in the database. */
    public boolean isDone() {
        return !pending;
    }

    /** Every other bean that works with the database depends on this one, and is gone by now. */
    @PreDestroy
    void close() {
        DatabasePool.close();
    }

    private Flyway flyway() {
        Config config = ConfigProvider.getConfig();
        return Flyway.configure(SchemaMigration.class.getClassLoader())
                .dataSource(DirectDataSource.forMigration(config))
                // a database that starts together with its nodes
                .connectRetries(CONNECT_RETRIES)
                .connectRetriesInterval(CONNECT_RETRY_SECONDS)
                .initSql(ApplicationRole.naming(config.getValue("miadi.db.user", String.class))
                        + PhoneNumbering.naming(config))
                .locations("classpath:db/migration")
                .failOnMissingLocations(true)
                // two changes made side by side land in either order; each says in its name when it was made
                .outOfOrder(true)
                .load();
    }
}
