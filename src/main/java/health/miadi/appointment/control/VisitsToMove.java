package health.miadi.appointment.control;

import health.miadi.appointment.entity.Appointment;
import health.miadi.appointment.entity.Change;
import health.miadi.availability.control.MovingVisits;
import health.miadi.availability.entity.MovingVisit;
import health.miadi.identity.entity.Caller;
import health.miadi.patient.control.PatientRegistry;
import health.miadi.shared.refusal.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells the search for times of the appointments that are to be moved, and whether they can be (R-BOOK-7, R-BOOK-8). */
@ApplicationScoped
public class VisitsToMove implements MovingVisits {
    @Inject
    AppointmentRepository appointments;

    @Inject
    PatientRegistry patients;

    @Inject
    BookingSettings settings;

    @Inject
    Clock clock;

    @Override
    public MovingVisit get(Caller caller, UUID id) {
        Appointment appointment = appointments
                .byId(id)
                .filter(found -> BookingRights.sees(caller, found))
                .orElseThrow(Refusal::notFound);
        Refusal refusal = refusal(appointment, new Change(caller, clock.instant(), null, null));
        return of(appointment, refusal == null ? unseen(caller, appointment) : refusal);
    }

    /** Nobody looks by an old visit when a patient is busy whom they see no more (R-AUTH-13). */
    private @Nullable Refusal unseen(Caller caller, Appointment appointment) {
        return caller.isProvider() && !patients.isSeen(caller, appointment.patientId()) ? Parties.gone() : null;
    }

    /** That appointment on its way to another time. */
    static MovingVisit of(Appointment appointment, @Nullable Refusal refusal) {
        return new MovingVisit(
                appointment.id(),
                appointment.providerId(),
                appointment.patientId(),
                appointment.appointmentTypeId(),
                appointment.time(),
                refusal);
    }

    private @Nullable Refusal refusal(Appointment appointment, Change change) {
        try {
            appointment.requireMovable(change, settings.cancellationNotice());
            return null;
        } catch (Refusal refusal) {
            return refusal;
        }
    }
}
