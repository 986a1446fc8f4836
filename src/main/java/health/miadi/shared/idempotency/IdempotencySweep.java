package health.miadi.shared.idempotency;

import health.miadi.shared.persistence.TimerTurns;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/** Forgets answers that are older than a day, once an hour, on one of the nodes. */
@Singleton
public class IdempotencySweep {
    @Inject
    IdempotencyRepository keys;

    @EJB
    TimerTurns turns;

    @Inject
    Clock clock;

    @Schedule(hour = "*", minute = "17", persistent = false)
    void sweep() {
        if (turns.take("idempotency-keys", Duration.ofHours(1))) {
            keys.sweep(clock.instant());
        }
    }
}
