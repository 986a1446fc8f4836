package health.miadi.audit.control;

import health.miadi.shared.persistence.TimerTurns;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.time.Duration;

/** Seals what was written, once a second, on one of the nodes. */
@Singleton
@DependsOn("SchemaMigration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AuditSealTimer {
    private static final Duration PERIOD = Duration.ofSeconds(1);

    @EJB
    AuditSealing sealing;

    @EJB
    TimerTurns turns;

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void seal() {
        if (sealing.isDue() && turns.take("audit-seals", PERIOD)) {
            boolean more = sealing.seal();
            while (more) {
                more = sealing.seal();
            }
        }
    }
}
