package health.miadi.insurance.control;

import health.miadi.audit.control.AuditTrail;
import health.miadi.audit.control.ChangedFields;
import health.miadi.audit.control.CurrentActor;
import health.miadi.audit.entity.AuditAction;
import health.miadi.audit.entity.AuditedEntity;
import health.miadi.identity.entity.Caller;
import health.miadi.identity.entity.Role;
import health.miadi.insurance.entity.InsuranceCover;
import health.miadi.patient.control.PatientRegistry;
import health.miadi.shared.refusal.Refusal;
import health.miadi.shared.version.ExpectedVersion;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Confirms the policy numbers that patients enter, and settles whose one is (R-PERS-2, R-INS-1). Staff who see the patient's file
 * confirm what they read on the card; a number that is another cover's and confirmed an admin takes from it, and says why.
 */
@Stateless
@RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER})
public class InsuranceConfirmation {
    @Inject
    InsuranceRepository covers;

    @Inject
    PolicyRules rules;

    @EJB
    PatientRegistry patients;

    @Inject
    AuditTrail trail;

    @Inject
    CurrentActor actor;

    @Inject
    Clock clock;

    /**
     * Confirms the policy number of a cover.
     *
     * @param reason why it is taken from the cover of which it is confirmed as well; null to take it from none
     * @throws Refusal {@code not-found}, {@code precondition-required}, {@code stale}; {@code duplicate} when it is confirmed of
     *     another cover; {@code forbidden} for a reason of who is no admin
     */
    public InsuranceCover confirm(Caller caller, UUID id, ExpectedVersion expected, @Nullable String reason) {
        InsuranceCover seen = covers.byId(id).orElseThrow(Refusal::notFound);
        patients.lock(caller, seen.patientId());
        if (reason != null && !caller.isAdmin()) {
            throw Refusal.forbidden("Admins settle whose it is when it is confirmed of another cover.");
        }
        List<UUID> others = reason == null ? List.of() : covers.confirmedWithNumberOf(id);
        // by their ids, so that two who settle wait for each other
        List<InsuranceCover> locked = Stream.concat(others.stream(), Stream.of(id))
                .sorted()
                .flatMap(one -> covers.lock(one).stream())
                .toList();
        InsuranceCover cover =
                locked.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow(Refusal::notFound);
        expected.require(id, cover.state(rules.today()));
        if (cover.isConfirmed()) {
            return cover;
        }
        List<UUID> still = reason == null ? List.of() : covers.confirmedWithNumberOf(id);
        locked.stream().filter(one -> still.contains(one.id())).forEach(other -> {
            other.withdraw(clock.instant());
            covers.flush();
            note(AuditAction.UNCONFIRMED, other.id(), reason);
        });
        cover.confirm(actor.get().userId(), clock.instant());
        covers.flush();
        note(AuditAction.CONFIRMED, id, reason);
        return cover;
    }

    private void note(AuditAction action, UUID id, @Nullable String reason) {
        trail.change(action, AuditedEntity.INSURANCE, id, ChangedFields.none().and("policyNumber"), reason);
    }
}
