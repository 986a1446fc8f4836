package health.miadi.patient.control;

import health.miadi.audit.control.AuditTrail;
import health.miadi.audit.control.ChangedFields;
import health.miadi.audit.control.CurrentActor;
import health.miadi.audit.entity.AuditAction;
import health.miadi.audit.entity.AuditedEntity;
import health.miadi.identity.control.SharedAddress;
import health.miadi.identity.entity.Caller;
import health.miadi.identity.entity.Confirmed;
import health.miadi.identity.entity.PersonalDetails;
import health.miadi.identity.entity.Role;
import health.miadi.identity.entity.User;
import health.miadi.patient.entity.Patient;
import health.miadi.shared.paging.PageQuery;
import health.miadi.shared.refusal.Refusal;
import health.miadi.shared.version.ExpectedVersion;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the patients' files. A file is seen by its patient, by providers within whose sight the patient is (R-AUTH-13), and by admins;
 * for everybody else it does not exist (R-AUTH-8).
 */
@Stateless
@RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER, Role.Name.PATIENT})
public class PatientRegistry {
    @Inject
    PatientRepository patients;

    @Inject
    PatientRules rules;

    @Inject
    SharedAddress address;

    @Inject
    Sights sights;

    @Inject
    AuditTrail audit;

    @Inject
    CurrentActor actor;

    @Inject
    Clock clock;

    /**
     * The file of that patient.
     *
     * @throws Refusal {@code not-found} outside the caller's sight
     */
    public Patient get(Caller caller, UUID id) {
        Patient patient = seen(caller, id);
        noteRead(caller, List.of(patient));
        return patient;
    }

    /**
     * The same for who only asks whether the caller sees it, and notes by itself what the caller does.
     *
     * @throws Refusal {@code not-found} outside the caller's sight
     */
    public Patient seen(Caller caller, UUID id) {
        return patients.byId(id).filter(patient -> sees(caller, patient)).orElseThrow(Refusal::notFound);
    }

    /** Whether the caller sees that patient. */
    public boolean isSeen(Caller caller, UUID id) {
        return patients.byId(id).filter(patient -> sees(caller, patient)).isPresent();
    }

    /**
     * The same, locked until the transaction ends: nothing is added to a file that is being erased.
     *
     * @throws Refusal {@code not-found} outside the caller's sight
     */
    public Patient lock(Caller caller, UUID id) {
        return patients.lock(id).filter(patient -> sees(caller, patient)).orElseThrow(Refusal::notFound);
    }

    /** Whoever reads another's file is noted (R-REC-5). */
    private void noteRead(Caller caller, List<Patient> read) {
        List<UUID> others = read.stream()
                .map(Patient::id)
                .filter(patient -> !caller.actsAs(patient))
                .toList();
        audit.read(AuditedEntity.PATIENT, others);
    }

    /** The files within the caller's sight, one more than the page has. */
    public List<Patient> list(Caller caller, PatientQuery query, PageQuery page) {
        List<Patient> found = find(caller, query, page);
        noteRead(caller, found.subList(0, Math.min(found.size(), page.limit())));
        return found;
    }

    private List<Patient> find(Caller caller, PatientQuery query, PageQuery page) {
        UUID person = caller.personId();
        if (caller.isAdmin()) {
            return patients.list(query, null, null, page);
        }
        if (person == null) {
            return List.of();
        }
        return caller.isPatient()
                ? patients.list(query, person, null, page)
                : sights.of(caller)
                        .map(sight -> patients.list(query, null, sight, page))
                        .orElse(List.of());
    }

    /** Opens a file that no provider opened. What staff enter they have seen: it is confirmed (R-PERS-2). */
    @RolesAllowed(Role.Name.ADMIN)
    public Patient add(PersonalDetails details) {
        return open(details, null);
    }

    /** Opens a file. A provider who does so sees it from then on, before there is an appointment. */
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER})
    public Patient add(Caller caller, PersonalDetails details) {
        return open(details, caller.isProvider() ? caller.personId() : null);
    }

    private Patient open(PersonalDetails details, @Nullable UUID provider) {
        rules.checkBirth(details.dateOfBirth());
        Patient patient = new Patient(details, patients.nextNumber(), clock.instant());
        if (provider != null) {
            patient.noteOpenedBy(provider);
        }
        patient.confirm(Confirmed.all(details), actor.get().userId(), clock.instant());
        patients.add(patient);
        audit.record(AuditAction.CREATED, AuditedEntity.PATIENT, patient.id());
        return patient;
    }

    /**
     * Whether a correction of that file is one of the address that the caller signs in with.
     *
     * @throws Refusal {@code not-found}, {@code stale}
     */
    public boolean changesOwnAddress(Caller caller, UUID id, ExpectedVersion expected, @Nullable String email) {
        if (!caller.is(id)) {
            return false;
        }
        Patient patient = seen(caller, id);
        expected.require(id, patient.version());
        return !Objects.equals(patient.details().email(), email);
    }

    /**
     * Corrects a file. What staff change is confirmed by it, what patients change is a claim of theirs (R-PERS-2). The address of the patient's account changes with it (R-PERS-5): the patient and admins change it.
     *
     * @throws Refusal {@code not-found}, {@code stale}, {@code duplicate}; {@code validation} when the address is not the
     *     caller's to change, or cannot go
     */
    public Patient correct(Caller caller, UUID id, ExpectedVersion expected, PersonalDetails details) {
        Patient patient = lock(caller, id);
        expected.require(id, patient.version());
        rules.checkBirth(details.dateOfBirth());
        Optional<User> account = address.accountToChange(patient, details.email());
        if (caller.isProvider() && account.isPresent()) {
            throw Refusal.invalid("email", "is what the patient signs in with: the patient changes it, or an admin");
        }
        PersonalDetails before = patient.details();
        patient.correct(details, clock.instant());
        if (!caller.isPatient()) {
            patient.confirm(Confirmed.entered(before, details), actor.get().userId(), clock.instant());
        }
        patients.flush();
        audit.change(AuditAction.CHANGED, AuditedEntity.PATIENT, id, ChangedFields.between(before, patient.details()));
        account.ifPresent(address::noteChanged);
        return patient;
    }

    /**
     * Removes a file that nothing refers to, at the console. Over HTTP a file is erased, whatever refers to it.
     *
     * @throws Refusal {@code not-found}, {@code stale}; {@code in-use} when the patient has appointments
     */
    @RolesAllowed(Role.Name.ADMIN)
    public void remove(UUID id, ExpectedVersion expected) {
        Patient patient = patients.lock(id).orElseThrow(Refusal::notFound);
        expected.require(id, patient.version());
        patients.remove(patient);
        audit.record(AuditAction.REMOVED, AuditedEntity.PATIENT, id);
    }

    private boolean sees(Caller caller, Patient patient) {
        return switch (caller.role()) {
            case ADMIN -> true;
            case PATIENT -> caller.is(patient.id());
            case PROVIDER ->
                sights.of(caller)
                        .filter(sight -> patients.isSeen(sight, patient.id()))
                        .isPresent();
        };
    }
}
