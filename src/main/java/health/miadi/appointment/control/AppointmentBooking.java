package health.miadi.appointment.control;

import health.miadi.appointment.entity.Appointment;
import health.miadi.appointment.entity.Change;
import health.miadi.appointment.entity.Hold;
import health.miadi.appointment.entity.Placement;
import health.miadi.audit.control.AuditTrail;
import health.miadi.audit.entity.AuditAction;
import health.miadi.audit.entity.AuditedEntity;
import health.miadi.identity.entity.Caller;
import health.miadi.identity.entity.Role;
import health.miadi.patient.control.Sights;
import health.miadi.shared.refusal.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;

/**
 * Books appointments, each time once (R-BOOK-2).
 *
 * <p>Five round trips to the database: lock the provider and the patient, read all that decides, insert, note who did it,
 * commit.
 * A booking of a hold takes two more: lock the hold, end it.
 */
@Stateless
@RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER, Role.Name.PATIENT})
public class AppointmentBooking {
    @Inject
    AppointmentRepository appointments;

    @Inject
    Sights sights;

    @Inject
    PlacementPolicy placements;

    @Inject
    HoldPolicy holds;

    @Inject
    CoverPolicy covers;

    @Inject
    BookingSettings settings;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /**
     * Books.
     *
     * @throws Refusal {@code forbidden}, {@code validation}, {@code provider-inactive}, {@code slot-not-offered},
     *     {@code notice-too-short}, {@code beyond-horizon}, {@code daily-limit}, {@code slot-taken},
     *     {@code patient-busy}, {@code visit-limit}; for a hold that it names {@code not-found}, {@code hold-expired},
     *     {@code hold-mismatch}
     */
    public Appointment book(Caller caller, Booking booking) {
        UUID patientId = BookingRights.patientFor(caller, booking.patientId());
        BookingRights.requireCalendar(caller, booking.providerId());
        BookingRights.requireOverride(caller, booking.overrideReason());
        Parties parties = appointments.lockParties(
                booking.providerId(), patientId, sights.of(caller).orElse(null));
        parties.requireProvider();
        parties.requirePatient();
        Change change = new Change(caller, clock.instant(), booking.reason(), booking.overrideReason());
        Hold held = holds.named(caller, booking, patientId, change.at());
        Wish wish = Wish.of(caller, booking, patientId, held);
        Placement placement = placements.decide(booking.providerId(), wish, change);
        covers.check(booking.insuranceId(), patientId, placement);
        holds.redeem(held, change.at());
        Appointment appointment = new Appointment(
                patientId,
                wish.slot().appointmentTypeId(),
                booking.insuranceId(),
                placement,
                change,
                settings.undoTime());
        appointments.add(appointment);
        audit.record(AuditAction.BOOKED, AuditedEntity.APPOINTMENT, appointment.id(), booking.overrideReason());
        return appointment;
    }
}
