package health.miadi.appointment.control;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to book.
 *
 * @param patientId for whom; null for the caller
 * @param appointmentTypeId what kind; null for one of no type
 * @param durationMinutes how long one of no type takes, null for the default
 * @param reason why the patient comes
 * @param insuranceId who pays, a cover that is valid on the day
 * @param holdId the caller's hold on that time, or null: it is not held
 * @param overrideReason why staff may leave the rules of offered times aside (R-BOOK-4); null to keep to them
 */
public record Booking(
        UUID providerId,
        @Nullable UUID patientId,
        Instant start,
        @Nullable UUID appointmentTypeId,
        @Nullable Integer durationMinutes,
        @Nullable String reason,
        @Nullable UUID insuranceId,
        @Nullable UUID holdId,
        @Nullable String overrideReason) {
    /** Says nothing of the patient. */
    @Override
    public String toString() {
        return "Booking";
    }
}
