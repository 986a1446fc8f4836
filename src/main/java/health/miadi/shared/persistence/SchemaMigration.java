package health.miadi.shared.persistence;

import static java.util.concurrent.TimeUnit.SECONDS;

import health.miadi.shared.settings.Setting;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.internal.exception.FlywayMigrateException;

/**
 * Brings the schema up to date before anything else touches it; nodes that start together wait for one another. It does so
 * as the owner of the tables, where there is one beside the application's own role, and {@code afterMigrate.sql} says what
 * that role may do.
 */
@Singleton
@Startup
@DependsOn("LogStart")
@TransactionManagement(TransactionManagementType.BEAN)
public class SchemaMigration {
    private static final Logger LOG = Logger.getLogger(SchemaMigration.class.getName());

    @Resource(lookup = MiadiDataSource.NAME)
    DataSource dataSource;

    @Inject
    Clock clock;

    private boolean pending = true;

    /** Its name is its own: Payara knows it by that, and takes another method of the same name as gladly. */
    @PostConstruct
    void migrateAtStart() {
        int applied = migrate(ConfigProvider.getConfig(), clock);
        pending = false;
        LOG.log(Level.INFO, "Schema is up to date, {0} migrations applied", applied);
        if (ApplicationRole.mayChangeTheTrail(dataSource)) {
            LOG.log(Level.WARNING, ApplicationRole.WARNING);
        }
    }

    /**
     * Waits for the database, and migrates it if it can be used.
     *
     * @return how many migrations were applied
     * @throws UnusableDatabaseException when it cannot be used; then nothing in it has changed
     */
    static int migrate(Config config, Clock clock) {
        if (DirectDataSource.readUrl(config).isPresent()) {
            // one that is no address is said now; one that is away is not waited for
            DirectDataSource.forReading(config);
        }
        DirectDataSource source = DirectDataSource.forMigration(config);
        Flyway flyway = flyway(config, source);
        Duration patience = Duration.ofSeconds(Setting.DB_START_WAIT_SECONDS.asNumber(config));
        String owner = DirectDataSource.hasOwner(config) ? "MIADI_DB_OWNER_USER" : "MIADI_DB_USER";
        try (Connection asOwner = new DatabaseArrival(source, owner, patience).await();
                Connection asApplication =
                        new DatabaseArrival(DirectDataSource.forWork(config), "MIADI_DB_USER", patience).await()) {
            asOwner.setNetworkTimeout(Runnable::run, (int)
                    SECONDS.toMillis(DatabaseLimits.of(config).socketSeconds()));
            DatabaseProof.of(asOwner, asApplication, flyway, clock.instant());
        } catch (SQLException broken) {
            throw new UnusableDatabaseException(
                    "the database went away while it was looked at (SQL state " + broken.getSQLState() + ")");
        }
        try {
            return flyway.migrate().migrationsExecuted;
        } catch (FlywayMigrateException failed) {
            // its message has a line of the database's, which may quote what is stored
            throw new UnusableDatabaseException("the migration "
                    + failed.getMigration().getVersion()
                    + " of the database failed (SQL state " + failed.getSqlState() + ", line " + failed.getLineNumber()
                    + "), and none was applied: the version of Miadi that ran before goes on with it");
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

    private static Flyway flyway(Config config, DirectDataSource source) {
        return Flyway.configure(SchemaMigration.class.getClassLoader())
                .dataSource(source)
                .initSql(ApplicationRole.naming(Setting.DB_USER.asText(config).orElseThrow())
                        + PhoneNumbering.naming(config))
                .locations("classpath:db/migration")
                .failOnMissingLocations(true)
                // two changes made side by side land in either order; each says in its name when it was made
                .outOfOrder(true)
                // all of an upgrade or nothing: one that fails leaves the version before with the tables it knows (ADR
                // 0062)
                .group(true)
                // nor may there be any that this version does not know
                .ignoreMigrationPatterns(new String[0])
                .load();
    }
}
