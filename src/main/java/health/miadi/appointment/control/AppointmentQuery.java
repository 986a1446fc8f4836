package health.miadi.appointment.control;

import health.miadi.appointment.entity.AppointmentStatus;
import health.miadi.audit.control.Shown;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which appointments a list has; null lets every one pass.
 *
 * @param from the first instant at which one may start
 * @param to the first instant at which none starts any more
 * @param latestFirst whether the list goes backwards in time
 */
public record AppointmentQuery(
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable AppointmentStatus status,
        @Nullable UUID providerId,
        @Nullable UUID patientId,
        boolean latestFirst) {
    /** All appointments of a patient, the earliest first. */
    public static AppointmentQuery allOf(UUID patient) {
        return new AppointmentQuery(null, null, null, null, patient, false);
    }

    /** Whose list it is: the patient's or the provider's whom it names, the patient's first; null for nobody's in particular. */
    @Nullable
    UUID whose() {
        return patientId == null ? providerId : patientId;
    }

    /** What it showed, for the audit trail. */
    Shown shown(int count) {
        return Shown.of(count)
                .by("patient", patientId)
                .by("provider", providerId)
                .by("from", from)
                .by("to", to)
                .by("status", status);
    }

    AppointmentQuery ofPatient(UUID patient) {
        return new AppointmentQuery(from, to, status, providerId, patient, latestFirst);
    }

    AppointmentQuery ofProvider(UUID provider) {
        return new AppointmentQuery(from, to, status, provider, patientId, latestFirst);
    }
}
