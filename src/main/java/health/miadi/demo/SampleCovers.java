package health.miadi.demo;

import health.miadi.audit.control.AuditTrail;
import health.miadi.audit.entity.AuditAction;
import health.miadi.audit.entity.AuditedEntity;
import health.miadi.insurance.control.InsuranceRepository;
import health.miadi.insurance.entity.InsuranceCover;
import health.miadi.insurance.entity.Policy;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/**
 * The covers of the patient whose login is known: one that is valid and one that has expired. No use case takes in a cover
 * that has expired already, so they are stored without one.
 */
@Dependent
public class SampleCovers {
    @Inject
    InsuranceRepository covers;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /** Adds them and gives their number. */
    int add(UUID patientId) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        List<Policy> policies = List.of(
                new Policy("Harbour Mutual", "HM-2019-0457", today.minusMonths(2)),
                new Policy("Lakeside Health", "LH 88-1204-7", today.plusYears(1)));
        for (Policy policy : policies) {
            var cover = new InsuranceCover(patientId, policy, clock.instant());
            cover.confirm(null, clock.instant());
            covers.add(cover);
            audit.record(AuditAction.CREATED, AuditedEntity.INSURANCE, cover.id());
        }
        return policies.size();
    }
}
