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
     * Checks what says nothing of others, before the password is hashed.
     *
     * @throws health.miadi.shared.refusal.Refusal {@code validation} for a birth in the future
     */
    public void requirePossible(PersonalDetails details) {
        rules.checkBirth(details.dateOfBirth());
    }

    /**
     * Registers a patient, whose e-mail address becomes the username. All that they say is a claim until the clinic confirms it,
     * and taken whoever has it too (R-PERS-2), but for that name to sign in with.
     *
     * @throws health.miadi.shared.refusal.Refusal {@code validation}; {@code duplicate} when the e-mail address is taken
     */
    public User register(PersonalDetails details, String email, String passwordHash) {
        requirePossible(details);
        accounts.requireFree(email, "email");
        Patient patient = new Patient(details, patients.nextNumber(), clock.instant());
        patients.add(patient);
        audit.record(AuditAction.CREATED, AuditedEntity.PATIENT, patient.id());
        return accounts.openHashed(email, email, passwordHash, Role.PATIENT, patient.id());
    }
}
