package health.miadi.appointment.control;

import health.miadi.appointment.entity.Change;
import health.miadi.identity.entity.Caller;
import health.miadi.identity.entity.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * What erasing a patient leaves of their appointments: when they were, with whom, and what became of them. What has not begun
 * is cancelled, however near it is, and its time is free again; what people wrote about any of them is gone.
 */
@Stateless
@RolesAllowed({Role.Name.ADMIN, Role.Name.PATIENT})
public class AppointmentForgetting {
    @Inject
    AppointmentRepository appointments;

    @Inject
    HoldRepository holds;

    /**
     * Forgets. The caller has locked the patient, so that nobody books for them meanwhile (R-BOOK-2).
     *
     * @return whether there are appointments, which have to be kept
     */
    public boolean forget(Caller by, UUID patientId, Instant now) {
        Change change = new Change(by, now, null, null);
        appointments.upcomingOf(patientId, now).forEach(upcoming -> upcoming.cancel(change, Duration.ZERO));
        holds.removeFor(patientId);
        return appointments.forgetTexts(patientId, change) > 0;
    }
}
