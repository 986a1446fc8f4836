package health.miadi.insurance.control;

import health.miadi.audit.control.AuditTrail;
import health.miadi.audit.control.ChangedFields;
import health.miadi.audit.control.CurrentActor;
import health.miadi.audit.entity.AuditAction;
import health.miadi.audit.entity.AuditedEntity;
import health.miadi.identity.entity.Caller;
import health.miadi.identity.entity.Role;
import health.miadi.insurance.entity.InsuranceCover;
import health.miadi.insurance.entity.Policy;
import health.miadi.patient.control.PatientRegistry;
import health.miadi.shared.paging.PageQuery;
import health.miadi.shared.refusal.CommonFact;
import health.miadi.shared.refusal.Refusal;
import health.miadi.shared.version.ExpectedVersion;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * Keeps the patients' covers (R-INS-1). They are seen and changed by whoever sees their patient's file; for everybody else
 * they do not exist (R-AUTH-8).
 */
@Stateless
@RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER, Role.Name.PATIENT})
public class InsuranceRegistry {
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
     * That cover.
     *
     * @throws Refusal {@code not-found} outside the caller's sight
     */
    public InsuranceCover get(Caller caller, UUID id) {
        InsuranceCover cover = seen(caller, id);
        noteRead(caller, cover.patientId(), List.of(cover));
        return cover;
    }

    private InsuranceCover seen(Caller caller, UUID id) {
        InsuranceCover cover = covers.byId(id).orElseThrow(Refusal::notFound);
        patients.seen(caller, cover.patientId());
        return cover;
    }

    /** R-REC-5: what others than the patient read of a file leaves an entry. */
    private void noteRead(Caller caller, UUID patientId, List<InsuranceCover> read) {
        if (!caller.actsAs(patientId)) {
            trail.read(
                    AuditedEntity.INSURANCE,
                    read.stream().map(InsuranceCover::id).toList());
        }
    }

    /**
     * The covers of a patient, the oldest first, one more than the page has.
     *
     * @throws Refusal {@code not-found} when the patient is outside the caller's sight
     */
    public List<InsuranceCover> list(Caller caller, UUID patientId, PageQuery page) {
        patients.seen(caller, patientId);
        List<InsuranceCover> found = covers.list(patientId, page);
        noteRead(caller, patientId, found.subList(0, Math.min(found.size(), page.limit())));
        return found;
    }

    /**
     * Adds a cover. A number that staff enter is confirmed by it, a patient's own is a claim (R-PERS-2).
     *
     * @throws Refusal {@code not-found}; {@code validation} for one that has expired; {@code duplicate} where staff enter the
     *     number of a cover that is confirmed, or the patient has that number already
     */
    public InsuranceCover add(Caller caller, UUID patientId, Policy policy) {
        patients.lock(caller, patientId);
        rules.checkExpiry(policy, null);
        InsuranceCover cover = new InsuranceCover(patientId, policy, clock.instant());
        if (!caller.isPatient()) {
            cover.confirm(actor.get().userId(), clock.instant());
        }
        covers.add(cover);
        trail.record(AuditAction.CREATED, AuditedEntity.INSURANCE, cover.id());
        return cover;
    }

    /**
     * Corrects a cover.
     *
     * @throws Refusal {@code not-found}, {@code precondition-required}, {@code stale}, {@code duplicate}; {@code validation}
     *     for another expiry date in the past
     */
    public InsuranceCover correct(Caller caller, UUID id, ExpectedVersion expected, Policy policy) {
        patients.lock(caller, seen(caller, id).patientId());
        InsuranceCover cover = locked(id, expected);
        rules.checkExpiry(policy, cover.policy());
        ChangedFields fields = ChangedFields.between(cover.policy(), policy);
        boolean isOther = !cover.policy().number().equals(policy.number());
        cover.correct(policy, clock.instant());
        if (isOther && !caller.isPatient()) {
            cover.confirm(actor.get().userId(), clock.instant());
        }
        covers.flush();
        trail.change(AuditAction.CHANGED, AuditedEntity.INSURANCE, id, fields);
        return cover;
    }

    /**
     * Removes a cover that no appointment names: what was paid for by whom stays known.
     *
     * @throws Refusal {@code not-found}, {@code precondition-required}, {@code stale}; {@code in-use} when an appointment
     *     names it
     */
    public void remove(Caller caller, UUID id, ExpectedVersion expected) {
        InsuranceCover seen = seen(caller, id);
        expected.require(id, seen.state(rules.today()));
        // Before the lock: whoever changes an appointment that names it has the two locks the other way round.
        if (covers.isNamed(id)) {
            throw Refusal.of(
                    CommonFact.IN_USE,
                    "R-INS-1",
                    "Appointments name this cover. Take it off those to come, and let it expire for the others.");
        }
        covers.remove(locked(id, expected));
        trail.record(AuditAction.REMOVED, AuditedEntity.INSURANCE, id);
    }

    private InsuranceCover locked(UUID id, ExpectedVersion expected) {
        InsuranceCover cover = covers.lock(id).orElseThrow(Refusal::notFound);
        expected.require(id, cover.state(rules.today()));
        return cover;
    }
}
