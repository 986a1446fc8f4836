package health.miadi.appointment.boundary;

import health.miadi.appointment.control.Move;
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
 * Where an appointment shall be moved to (R-BOOK-9).
 *
 * @param providerId to whom; the same provider when nobody says
 * @param durationMinutes as long as before when nobody says; an appointment with a type takes that, or what its type says now
 */
public record RescheduleRequest(
        @NotNull Instant start,
        @Nullable UUID providerId,
        @Min(1) @Max(1440) @Nullable Integer durationMinutes,

        @Size(min = 1, max = 500) @Text(lines = true) @Nullable
        String reason,

        @Valid @Nullable OverrideRequest override) {
    Move move() {
        return new Move(start, providerId, durationMinutes, reason, override == null ? null : override.reason());
    }

    /** Says nothing of the reason. */
    @Override
    public String toString() {
        return "RescheduleRequest";
    }
}
