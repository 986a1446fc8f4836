package health.miadi.patient.control;

import health.miadi.audit.control.AuditTrail;
import health.miadi.audit.entity.AuditAction;
import health.miadi.audit.entity.AuditedEntity;
import health.miadi.identity.control.Accounts;
import health.miadi.identity.entity.PersonalDetails;
import health.miadi.identity.entity.Role;
import health.miadi.identity.entity.User;
import health.miadi.patient.entity.Patient;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Registers patients who come by themselves: a file and an account in one transaction (R-AUTH-5). */
@Stateless
@PermitAll
public class PatientRegistration {
    @Inject
    PatientRepository patients;

    @Inject
    PatientRules rules;

    @EJB
    Accounts accounts;

    @Inject
    AuditTrail audit;

    @Inject
    java.time.Clock clock;

    /**
     * Checks what can be checked before the password is hashed.
     *
     * @throws health.miadi.shared.problem.Refusal {@code validation} for a birth in the future; {@code duplicate} when the
     *     e-mail address is taken
     */
    public void requirePossible(PersonalDetails details, String email) {
        rules.checkBirth(details.dateOfBirth());
        accounts.requireFree(email, "/email");
    }

    /**
     * Registers a patient, whose e-mail address becomes the username.
     *
     * @throws health.miadi.shared.problem.Refusal {@code duplicate} when the e-mail address, phone or national id is taken
     */
    public User register(PersonalDetails details, String email, String passwordHash) {
        requirePossible(details, email);
        Patient patient = new Patient(details, patients.nextNumber(), clock.instant());
        patients.add(patient);
        audit.record(AuditAction.CREATED, AuditedEntity.PATIENT, patient.id());
        return accounts.openHashed(email, email, passwordHash, Role.PATIENT, patient.id());
    }
}
