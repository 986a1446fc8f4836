package health.miadi.identity.control;

import health.miadi.shared.persistence.TimerTurns;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/**
 * Forgets sessions and refresh tokens that nothing depends on any more, once an hour, on one of the nodes: refresh tokens
 * that have expired, and sessions whose last access token has (R-AUTH-2, R-AUTH-3).
 */
@Singleton
public class SessionSweep {
    @Inject
    SessionRepository sessions;

    @Inject
    EndedSessions ended;

    @EJB
    TimerTurns turns;

    @Inject
    Clock clock;

    @Schedule(hour = "*", minute = "37", persistent = false)
    void sweep() {
        if (turns.take("sessions", Duration.ofHours(1))) {
            sessions.sweep(clock.instant(), ended.begin());
        }
    }
}
