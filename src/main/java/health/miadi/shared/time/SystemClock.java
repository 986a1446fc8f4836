package health.miadi.shared.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;

/** The only place that reads the system's clock (R-TIME-5); everything else is given a {@link Clock}. */
@ApplicationScoped
public class SystemClock {
    /** PostgreSQL keeps microseconds: a clock that ticks in them gives back what was stored. */
    private static final Duration PRECISION = Duration.ofNanos(1_000);

    @Produces
    @Dependent
    Clock clock() {
        return create();
    }

    /** The clock where nothing injects it: of a console without a container. */
    public static Clock create() {
        return Clock.tick(Clock.systemUTC(), PRECISION);
    }
}
