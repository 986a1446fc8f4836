package health.miadi.appointment.boundary;

import health.miadi.appointment.entity.Hold;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A time that is held.
 *
 * @param end the first instant after the appointment that it prepares
 * @param expiresAt from when on it holds the time no longer
 */
public record HoldResponse(
        UUID id,
        UUID providerId,
        UUID patientId,
        @Nullable UUID appointmentTypeId,
        Instant start,
        Instant end,
        Instant expiresAt,
        Instant createdAt) {
    static HoldResponse from(Hold hold) {
        return new HoldResponse(
                hold.id(),
                hold.providerId(),
                hold.patientId(),
                hold.appointmentTypeId(),
                hold.time().start(),
                hold.time().end(),
                hold.expiresAt(),
                hold.createdAt());
    }

    /** The id, and nothing of the patient. */
    @Override
    public String toString() {
        return "HoldResponse " + id;
    }
}
