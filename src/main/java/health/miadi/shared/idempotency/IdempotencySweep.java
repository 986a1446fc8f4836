package health.miadi.shared.idempotency;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.time.Clock;

/** Forgets answers that are older than a day, once an hour. On several nodes the second sweep finds nothing. */
@Singleton
public class IdempotencySweep {
    @Inject
    IdempotencyRepository keys;

    @Inject
    Clock clock;

    @Schedule(hour = "*", minute = "17", persistent = false)
    void sweep() {
        keys.sweep(clock.instant());
    }
}
