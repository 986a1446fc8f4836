package health.miadi.shared.persistence;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/** Ready, and started, once the database answers and has this version's schema. */
@Readiness
@Startup
@ApplicationScoped
public class DatabaseReady implements HealthCheck {
    private static final int PATIENCE_SECONDS = 2;

    @Resource(lookup = MiadiDataSource.NAME)
    DataSource dataSource;

    @EJB
    SchemaMigration schema;

    @Override
    public HealthCheckResponse call() {
        boolean migrated = schema.isDone();
        boolean answers = answers();
        return HealthCheckResponse.named("database")
                .withData("answers", answers)
                .withData("migrated", migrated)
                .status(answers && migrated)
                .build();
    }

    private boolean answers() {
        try (Connection connection = dataSource.getConnection()) {
            return connection.isValid(PATIENCE_SECONDS);
        } catch (SQLException unreachable) {
            return false;
        }
    }
}
