package health.miadi.appointment.boundary;

import health.miadi.appointment.control.Booking;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A time to hold.
 *
 * @param start a start that the search offers
 * @param durationMinutes for an appointment of no type; 30 when nobody says
 * @param patientId for whom; patients may leave it out
 */
public record HoldRequest(
        @NotNull UUID providerId,
        @NotNull Instant start,
        @Nullable UUID appointmentTypeId,
        @Min(1) @Max(1440) @Nullable Integer durationMinutes,
        @Nullable UUID patientId) {
    /** The booking that it prepares. */
    Booking booking() {
        return new Booking(providerId, patientId, start, appointmentTypeId, durationMinutes, null, null, null, null);
    }

    /** Says nothing of the patient. */
    @Override
    public String toString() {
        return "HoldRequest";
    }
}
