package health.miadi.appointment.control;

import health.miadi.appointment.entity.Appointment;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody wants an appointment moved to.
 *
 * @param providerId to whom, null for the same provider
 * @param durationMinutes how long one of no type takes then, null for as long as before
 * @param reason why
 * @param overrideReason why staff may leave the rules of offered times aside (R-BOOK-4)
 */
public record Move(
        Instant start,
        @Nullable UUID providerId,
        @Nullable Integer durationMinutes,
        @Nullable String reason,
        @Nullable String overrideReason) {
    /** How long that appointment takes then; null for as long as its type says. */
    @Nullable
    Integer minutesOf(Appointment appointment) {
        return durationMinutes == null && appointment.appointmentTypeId() == null
                ? Integer.valueOf(Math.toIntExact(appointment.time().length().toMinutes()))
                : durationMinutes;
    }

    /** Where to, and nothing of the reason. */
    @Override
    public String toString() {
        return "Move to " + start;
    }
}
