package health.miadi.identity.control;

import health.miadi.shared.persistence.TimerTurns;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/** Forgets challenges that no passkey answered, and removals that nobody confirmed in time, every ten minutes, on one of the nodes. */
@Singleton
public class SecondFactorSweep {
    @Inject
    PasskeyRepository passkeys;

    @Inject
    FactorRemovalRepository removals;

    @EJB
    TimerTurns turns;

    @Inject
    Clock clock;

    @Schedule(hour = "*", minute = "7/10", persistent = false)
    void sweep() {
        if (turns.take("second-factors", Duration.ofMinutes(10))) {
            passkeys.sweep(clock.instant());
            removals.sweep(clock.instant());
        }
    }
}
