package health.miadi.appointment.control;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Notes once a minute which holds have expired, and forgets them after a day. No rule waits for it: an expired hold blocks
 * nothing. On several nodes each hold is noted once; the others find nothing.
 */
@Singleton
public class HoldSweep {
    /** For how long a hold that is over is told from one that never was. */
    private static final Duration REMEMBERED = Duration.ofDays(1);

    @Inject
    HoldRepository holds;

    @Inject
    Clock clock;

    @Schedule(hour = "*", minute = "*", persistent = false)
    void sweep() {
        Instant now = clock.instant();
        holds.noteExpired(now);
        holds.removeExpiredBefore(now.minus(REMEMBERED));
    }
}
