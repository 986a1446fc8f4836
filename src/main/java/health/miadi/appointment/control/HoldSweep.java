package health.miadi.appointment.control;

import health.miadi.availability.control.SlotWatch;
import health.miadi.shared.persistence.TimerTurns;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Notes which holds have expired, so that those who watch learn that the time is free (R-AVAIL-8), and forgets them after
 * a day. No other rule waits for it: an expired hold blocks nothing. On several nodes each hold is noted once.
 */
@Singleton
public class HoldSweep {
    /** For how long a hold that is over is told from one that never was. */
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private static final Duration PERIOD = Duration.ofMinutes(1);

    @Inject
    HoldRepository holds;

    @EJB
    TimerTurns turns;

    @Inject
    SlotWatch watch;

    @Inject
    Clock clock;

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void tellThoseWhoWatch() {
        if (watch.isWatched()) {
            holds.noteExpired(clock.instant());
        }
    }

    @Schedule(hour = "*", minute = "*", persistent = false)
    void sweep() {
        if (turns.take("holds", PERIOD)) {
            Instant now = clock.instant();
            holds.noteExpired(now);
            holds.removeExpiredBefore(now.minus(REMEMBERED));
        }
    }
}
