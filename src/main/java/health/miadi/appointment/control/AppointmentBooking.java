package health.miadi.appointment.control;

import health.miadi.appointment.entity.Appointment;
import health.miadi.appointment.entity.Change;
import health.miadi.appointment.entity.Placement;
import health.miadi.identity.entity.Caller;
import health.miadi.identity.entity.Role;
import health.miadi.shared.problem.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;

/**
 * Books appointments, each time once (R-BOOK-2).
 *
 * <p>Four round trips to the database: lock the provider and the patient, read all that decides, insert, commit.
 */
@Stateless
@RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER, Role.Name.PATIENT})
public class AppointmentBooking {
    @Inject
    AppointmentRepository appointments;

    @Inject
    PlacementPolicy placements;

    @Inject
    CoverPolicy covers;

    @Inject
    Clock clock;

    /**
     * Books.
     *
     * @throws Refusal {@code forbidden}, {@code validation}, {@code provider-inactive}, {@code slot-not-offered},
     *     {@code notice-too-short}, {@code beyond-horizon}, {@code daily-limit}, {@code slot-taken},
     *     {@code patient-busy}
     */
    public Appointment book(Caller caller, Booking booking) {
        UUID patientId = BookingRights.patientFor(caller, booking.patientId());
        BookingRights.requireCalendar(caller, booking.providerId());
        BookingRights.requireOverride(caller, booking.overrideReason());
        Parties parties = appointments.lockParties(booking.providerId(), patientId);
        parties.requireProvider();
        parties.requirePatient();
        Change change = new Change(caller, clock.instant(), booking.reason(), booking.overrideReason());
        Wish wish = new Wish(booking.start(), booking.appointmentTypeId(), booking.durationMinutes(), patientId, null);
        Placement placement = placements.decide(booking.providerId(), wish, change);
        covers.check(booking.insuranceId(), patientId, placement);
        Appointment appointment =
                new Appointment(patientId, booking.appointmentTypeId(), booking.insuranceId(), placement, change);
        appointments.add(appointment);
        return appointment;
    }
}
