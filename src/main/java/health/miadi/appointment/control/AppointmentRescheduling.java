package health.miadi.appointment.control;

import health.miadi.appointment.entity.Appointment;
import health.miadi.appointment.entity.Change;
import health.miadi.appointment.entity.Placement;
import health.miadi.audit.control.AuditTrail;
import health.miadi.audit.entity.AuditAction;
import health.miadi.audit.entity.AuditedEntity;
import health.miadi.identity.entity.Caller;
import health.miadi.identity.entity.Role;
import health.miadi.patient.control.Sights;
import health.miadi.shared.refusal.Refusal;
import health.miadi.shared.version.ExpectedVersion;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;

/** Moves an appointment to another time or provider, wholly or not at all (R-BOOK-9). */
@Stateless
@RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER, Role.Name.PATIENT})
public class AppointmentRescheduling {
    @Inject
    AppointmentRepository appointments;

    @Inject
    Sights sights;

    @Inject
    PlacementPolicy placements;

    @Inject
    CoverPolicy covers;

    @Inject
    BookingSettings settings;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /**
     * Moves.
     *
     * @throws Refusal {@code not-found}, {@code precondition-required}, {@code stale}, {@code illegal-transition},
     *     {@code cancellation-too-late}, and whatever refuses a booking there
     */
    public Appointment reschedule(Caller caller, UUID id, ExpectedVersion expected, Move move) {
        Appointment seen = appointments
                .byId(id)
                .filter(found -> BookingRights.sees(caller, found))
                .orElseThrow(Refusal::notFound);
        expected.require(id, seen.version());
        UUID providerId = move.providerId() == null ? seen.providerId() : move.providerId();
        BookingRights.requireCalendar(caller, providerId);
        BookingRights.requireOverride(caller, move.overrideReason());
        Parties parties = appointments.lockParties(
                providerId, seen.patientId(), sights.of(caller).orElse(null));
        parties.requireProvider();
        parties.requireUnerased();
        Appointment appointment = appointments.lock(id).orElseThrow(Refusal::notFound);
        expected.require(id, appointment.version());
        Change change = new Change(caller, clock.instant(), move.reason(), move.overrideReason());
        appointment.requireMovable(change, settings.cancellationNotice());
        Wish wish = new Wish(move.start(), move.of(VisitsToMove.of(appointment, null), caller), null);
        Placement placement = placements.decide(providerId, wish, change);
        covers.check(appointment.insuranceId(), appointment.patientId(), placement);
        appointment.reschedule(placement, change);
        appointments.flush();
        audit.record(AuditAction.RESCHEDULED, AuditedEntity.APPOINTMENT, id, move.overrideReason());
        return appointment;
    }
}
