package health.miadi.appointment.boundary;

import health.miadi.appointment.control.Booking;
import health.miadi.shared.validation.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A booking.
 *
 * @param patientId for whom; patients may leave it out
 * @param start a start that the search offers
 * @param durationMinutes for an appointment of no type; 30 when nobody says
 * @param holdId your hold on that time; without type and duration the booking has those of the hold
 * @param override for staff only
 */
public record AppointmentRequest(
        @NotNull UUID providerId,
        @Nullable UUID patientId,
        @NotNull Instant start,
        @Nullable UUID appointmentTypeId,
        @Min(1) @Max(1440) @Nullable Integer durationMinutes,

        @Size(min = 1, max = 500) @Text(lines = true) @Nullable
        String reason,

        @Nullable UUID insuranceId,
        @Nullable UUID holdId,
        @Valid @Nullable OverrideRequest override) {
    Booking booking() {
        return new Booking(
                providerId,
                patientId,
                start,
                appointmentTypeId,
                durationMinutes,
                reason,
                insuranceId,
                holdId,
                override == null ? null : override.reason());
    }

    /** Says nothing of the patient. */
    @Override
    public String toString() {
        return "AppointmentRequest";
    }
}
