package health.miadi.audit.control;

import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;

/** Has noted what was counted, ten seconds after each minute at the latest. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RefusalTallyTimer {
    @EJB
    AuditRefusals refusals;

    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    void note() {
        refusals.noteSurplus();
    }
}
