package health.miadi.patient.control;

import health.miadi.audit.control.AuditTrail;
import health.miadi.audit.control.ChangedFields;
import health.miadi.audit.control.CurrentActor;
import health.miadi.audit.entity.AuditAction;
import health.miadi.audit.entity.AuditedEntity;
import health.miadi.identity.entity.Caller;
import health.miadi.identity.entity.Confirmed;
import health.miadi.identity.entity.Person;
import health.miadi.identity.entity.PersonalDetails;
import health.miadi.identity.entity.Role;
import health.miadi.patient.entity.Patient;
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
 * Confirms what patients say of themselves, and settles whose it is where several say the same (R-PERS-2). Staff who see a file
 * confirm what they were shown; what is confirmed of somebody else already an admin takes from them, and says why.
 */
@Stateless
@RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER})
public class PatientConfirmation {
    @EJB
    PatientRegistry registry;

    @Inject
    PatientRepository patients;

    @Inject
    AuditTrail audit;

    @Inject
    CurrentActor actor;

    @Inject
    Clock clock;

    /**
     * Confirms some of what is known of a patient.
     *
     * @param reason why it is taken from whoever it is confirmed of as well; null to take nothing from anybody
     * @throws Refusal {@code not-found}, {@code precondition-required}, {@code stale}; {@code validation} for what is not there;
     *     {@code duplicate} when it is confirmed of somebody else; {@code forbidden} for a reason of who is no admin
     */
    public Patient confirm(Caller caller, UUID id, ExpectedVersion expected, Confirmed what, @Nullable String reason) {
        requireThere(registry.seen(caller, id).details(), what);
        Patient patient = reason == null ? registry.lock(caller, id) : settled(caller, id, expected, what, reason);
        expected.require(id, patient.version());
        requireThere(patient.details(), what);
        Confirmed fresh = what.without(patient.confirmed());
        if (fresh.isNothing()) {
            return patient;
        }
        patient.confirm(fresh, actor.get().userId(), clock.instant());
        patients.flush();
        audit.change(AuditAction.CONFIRMED, AuditedEntity.PATIENT, id, named(fresh), reason);
        return patient;
    }

    private static void requireThere(PersonalDetails details, Confirmed what) {
        if (what.isNothing()) {
            throw Refusal.invalid("", "must name something to confirm");
        }
        Confirmed missing = what.without(Confirmed.all(details));
        if (!missing.isNothing()) {
            String field = missing.phone() ? "phone" : missing.email() ? "email" : "nationalId";
            throw Refusal.invalid(field, "is not known of the patient, and so cannot be confirmed");
        }
    }

    /** Takes it from whoever has it. All whom that concerns are locked by their ids, so that two who settle wait for each other. */
    private Patient settled(Caller caller, UUID id, ExpectedVersion expected, Confirmed what, String reason) {
        if (!caller.isAdmin()) {
            throw Refusal.forbidden("Admins settle whose it is when it is confirmed of somebody else.");
        }
        List<UUID> others = patients.confirmedWithSame(id, what);
        List<Person> locked = Stream.concat(others.stream(), Stream.of(id))
                .sorted()
                .flatMap(one -> patients.lockPerson(one).stream())
                .toList();
        Patient patient = registry.lock(caller, id);
        expected.require(id, patient.version());
        for (Person other : locked) {
            if (!other.id().equals(id)) {
                withdraw(other, shared(patient, other, what), reason);
            }
        }
        return patient;
    }

    /** Of what is to be confirmed, what the other one has confirmed under the same key. */
    private Confirmed shared(Patient patient, Person other, Confirmed what) {
        return what.and(new Confirmed(
                        patients.confirmedWithSame(patient.id(), new Confirmed(true, false, false))
                                .contains(other.id()),
                        false,
                        patients.confirmedWithSame(patient.id(), new Confirmed(false, false, true))
                                .contains(other.id())))
                .and(other.confirmed());
    }

    private void withdraw(Person other, Confirmed what, String reason) {
        if (!what.isNothing()) {
            other.withdraw(what, clock.instant());
            patients.flush();
            AuditedEntity kind = other instanceof Patient ? AuditedEntity.PATIENT : AuditedEntity.PROVIDER;
            audit.change(AuditAction.UNCONFIRMED, kind, other.id(), named(what), reason);
        }
    }

    private static ChangedFields named(Confirmed what) {
        return ChangedFields.between(Confirmed.NOTHING, what);
    }
}
