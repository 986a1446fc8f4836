package health.miadi.privacy.control;

import health.miadi.appointment.control.AppointmentForgetting;
import health.miadi.audit.control.AuditTrail;
import health.miadi.audit.entity.AuditAction;
import health.miadi.audit.entity.AuditedEntity;
import health.miadi.identity.control.AccountEnding;
import health.miadi.identity.entity.Caller;
import health.miadi.identity.entity.Role;
import health.miadi.insurance.control.InsuranceRepository;
import health.miadi.patient.control.EmergencyOpeningRepository;
import health.miadi.patient.control.PatientRegistry;
import health.miadi.patient.control.PatientRepository;
import health.miadi.patient.entity.Patient;
import health.miadi.record.control.MedicalRecordRepository;
import health.miadi.shared.idempotency.IdempotencyRepository;
import health.miadi.shared.refusal.Refusal;
import health.miadi.shared.version.ExpectedVersion;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/**
 * Erases a patient's data in one transaction (ADR 0024). From then on there is no such patient (R-AUTH-8). What has to be kept
 * stays under the patient's id and number: the appointments without what was written about them, the medical records, which
 * are encrypted and read by their provider (R-REC-2), and the audit trail, which knows ids only.
 */
@Stateless
@RolesAllowed({Role.Name.ADMIN, Role.Name.PATIENT})
public class PatientErasure {
    @EJB
    PatientRegistry registry;

    @Inject
    PatientRepository patients;

    @EJB
    AppointmentForgetting appointments;

    @Inject
    MedicalRecordRepository records;

    @Inject
    InsuranceRepository covers;

    @Inject
    EmergencyOpeningRepository emergencies;

    @EJB
    AccountEnding accounts;

    @Inject
    IdempotencyRepository answers;

    @Inject
    AuditTrail trail;

    @Inject
    Clock clock;

    /**
     * Erases. A patient of whom nothing has to be kept is removed altogether.
     *
     * @throws Refusal {@code not-found} for another patient, {@code precondition-required}, {@code stale}
     */
    public void erase(Caller caller, UUID id, ExpectedVersion expected) {
        Patient patient = registry.lock(caller, id);
        expected.require(id, patient.version());
        Instant now = clock.instant();
        boolean kept = appointments.forget(caller, id, now);
        records.forgetReasons(id);
        covers.forget(id, now);
        emergencies.forget(id);
        // before the account ends: an admin's goes on with the address that was the patient's, too (R-PERS-5)
        patient.erase(now);
        patients.flush();
        accounts.endOf(id);
        answers.forget(id);
        if (!kept) {
            patients.remove(patient);
        }
        trail.record(AuditAction.ERASED, AuditedEntity.PATIENT, id);
    }
}
