package health.miadi.identity.control.openid;

import health.miadi.shared.persistence.TimerTurns;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/** Forgets sign-ins from which nobody came back, every ten minutes, on one of the nodes. */
@Singleton
public class OpenIdFlowSweep {
    @Inject
    OpenIdFlowRepository flows;

    @EJB
    TimerTurns turns;

    @Inject
    Clock clock;

    @Schedule(hour = "*", minute = "4/10", persistent = false)
    void sweep() {
        if (turns.take("openid-flows", Duration.ofMinutes(10))) {
            flows.sweep(clock.instant());
        }
    }
}
