package health.miadi.shared.limits;

import health.miadi.shared.persistence.TimerTurns;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import java.time.Duration;

/** Forgets what no longer bounds anybody, every ten minutes, on one of the nodes. */
@Singleton
public class AllowanceSweep {
    @EJB
    Allowances allowances;

    @EJB
    TimerTurns turns;

    @Schedule(hour = "*", minute = "*/10", persistent = false)
    void sweep() {
        if (turns.take("allowances", Duration.ofMinutes(10))) {
            allowances.sweep();
        }
    }
}
