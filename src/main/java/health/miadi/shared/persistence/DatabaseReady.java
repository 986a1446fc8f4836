package health.miadi.shared.persistence;

import health.miadi.shared.process.Draining;
import health.miadi.shared.settings.Configured;
import health.miadi.shared.settings.Setting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/**
 * Ready, and started, once this node has done all that it does at its start, and the database answers and is heard, until it is told to stop. Asks
 * no JNDI: a server may call this on a thread of its management, where no names of the application are known.
 */
@Readiness
@Startup
@ApplicationScoped
public class DatabaseReady implements HealthCheck {
    private final DatabasePulse pulse = new DatabasePulse(DatabasePool::answers);

    @Inject
    DatabaseEvents events;

    /** Whoever reaches the checks hears that the node is not ready, and why only where the operator wants that. */
    @Inject
    @Configured(Setting.HEALTH_DETAILS)
    boolean tells;

    @Override
    public HealthCheckResponse call() {
        boolean started = NodeStarted.isTrue();
        boolean answers = pulse.isThere();
        boolean stopping = Draining.isTrue();
        boolean hears = started && events.live();
        HealthCheckResponseBuilder health =
                HealthCheckResponse.named("database").status(answers && started && hears && !stopping);
        if (tells) {
            health.withData("answers", answers)
                    .withData("started", started)
                    .withData("hears", hears)
                    .withData("stopping", stopping);
        }
        return health.build();
    }
}
