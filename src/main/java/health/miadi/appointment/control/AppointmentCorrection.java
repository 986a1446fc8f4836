package health.miadi.appointment.control;

import health.miadi.appointment.entity.Appointment;
import health.miadi.appointment.entity.AppointmentStatus;
import health.miadi.appointment.entity.Change;
import health.miadi.audit.control.AuditTrail;
import health.miadi.audit.entity.AuditAction;
import health.miadi.audit.entity.AuditedEntity;
import health.miadi.identity.entity.Caller;
import health.miadi.identity.entity.Role;
import health.miadi.shared.refusal.Refusal;
import health.miadi.shared.version.ExpectedVersion;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;

/**
 * Takes back a check-in, a completion or a no-show that was noted by mistake; history and audit trail keep both (R-BOOK-7a).
 *
 * <p>What becomes active again blocks its time again, and so locks its provider and its patient first, as a booking does
 * (R-BOOK-2): when the time was given away meanwhile, the database's constraints refuse it.
 */
@Stateless
@RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER})
public class AppointmentCorrection {
    @Inject
    AppointmentRepository appointments;

    @Inject
    BookingSettings settings;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /**
     * Corrects the status.
     *
     * @param reason what was wrong
     * @throws Refusal {@code not-found}, {@code precondition-required}, {@code stale}; {@code illegal-transition} where nothing
     *     was marked, or too long ago, or a record speaks against it (R-REC-2); {@code slot-taken}, {@code patient-busy}
     */
    public Appointment correct(
            Caller caller, UUID id, ExpectedVersion expected, AppointmentStatus status, String reason) {
        Appointment seen = appointments
                .byId(id)
                .filter(found -> BookingRights.sees(caller, found))
                .orElseThrow(Refusal::notFound);
        expected.require(id, seen.version());
        if (status.isActive()) {
            appointments.lockParties(seen.providerId(), seen.patientId()).requireUnerased();
        }
        Appointment appointment = appointments.lock(id).orElseThrow(Refusal::notFound);
        expected.require(id, appointment.version());
        appointment.correct(
                status,
                appointments.becameAt(appointment),
                settings.correctionTime(),
                new Change(caller, clock.instant(), reason, null));
        appointments.flush();
        audit.record(AuditAction.CORRECTED, AuditedEntity.APPOINTMENT, id, reason);
        return appointment;
    }
}
