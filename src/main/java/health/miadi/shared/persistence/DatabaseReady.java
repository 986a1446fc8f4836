package health.miadi.shared.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/**
 * Ready, and started, once the database answers, has this version's schema, and is heard. Asks no JNDI: a server may call
 * this on a thread of its management, where no names of the application are known.
 */
@Readiness
@Startup
@ApplicationScoped
public class DatabaseReady implements HealthCheck {
    @Inject
    SchemaMigration schema;

    @Inject
    DatabaseEvents events;

    @Override
    public HealthCheckResponse call() {
        boolean migrated = schema.isDone();
        boolean answers = DatabasePool.answers();
        boolean hears = events.live();
        return HealthCheckResponse.named("database")
                .withData("answers", answers)
                .withData("migrated", migrated)
                .withData("hears", hears)
                .status(answers && migrated && hears)
                .build();
    }
}
