package health.miadi.identity.control;

import health.miadi.shared.persistence.TimerTurns;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/**
 * Forgets failures that no longer slow anything, and one-time codes that have expired, once an hour, on one of
 * the nodes. At the start it reads the one setting of R-AUTH-6 that is no number.
 */
@Singleton
@Startup
public class SignInSweep {
    @EJB
    SignInThrottle throttle;

    @EJB
    TimerTurns turns;

    @Inject
    OneTimeCodeRepository codes;

    @Inject
    Clock clock;

    @Inject
    TrustedProxies proxies;

    @PostConstruct
    void readSettings() {
        proxies.requireReadable();
    }

    @Schedule(hour = "*", minute = "37", persistent = false)
    void sweep() {
        if (turns.take("sign-in", Duration.ofHours(1))) {
            throttle.sweep();
            codes.sweep(clock.instant());
        }
    }
}
