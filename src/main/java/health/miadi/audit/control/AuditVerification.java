package health.miadi.audit.control;

import health.miadi.audit.entity.ChainCheck;
import health.miadi.audit.entity.ChainHead;
import health.miadi.audit.entity.ChainReport;
import health.miadi.audit.entity.Seal;
import health.miadi.shared.limits.Allowance;
import health.miadi.shared.limits.Allowances;
import health.miadi.shared.metrics.Limit;
import health.miadi.shared.metrics.Metrics;
import health.miadi.shared.refusal.Refusal;
import health.miadi.shared.settings.Configured;
import health.miadi.shared.settings.Setting;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether the trail is as it was written (R-REC-5). It reads all of it, a seal at a time, and leaves an entry that
 * somebody asked.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AuditVerification {
    private static final String EVERYBODY = "everybody";

    @EJB
    ChainSteps steps;

    @EJB
    Allowances allowances;

    @Inject
    @Configured(Setting.AUDIT_VERIFICATIONS_PER_HOUR)
    int perHour;

    /**
     * Walks the chain from its beginning to its end or to the first fault. The walk is as long as the trail, whoever asks: it counts
     * for all together (R-AUTH-12).
     *
     * @param noted a head that was noted earlier and must still be in the chain; null for none
     * @throws Refusal {@code rate-limited} after too many
     */
    public ChainReport verify(@Nullable ChainHead noted) {
        allowances.take(Allowance.hourly(Limit.VERIFICATIONS, perHour), EVERYBODY);
        ChainCheck check = new ChainCheck(noted);
        Optional<Seal> next = steps.sealAfter(0);
        boolean right = true;
        while (right && next.isPresent()) {
            Seal seal = next.get();
            right = check.accept(seal, steps.between(check.last().through(), seal.through(), seal.entries() + 1));
            next = steps.sealAfter(seal.number());
        }
        check.end();
        Seal last = steps.last();
        long waiting = steps.countAfter(last.through());
        steps.noteWalk();
        Metrics.auditVerified(check.fault().isEmpty());
        return new ChainReport(
                last.lastPosition(), waiting, check.head(), check.fault().orElse(null));
    }
}
