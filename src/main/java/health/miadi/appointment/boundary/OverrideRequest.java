package health.miadi.appointment.boundary;

import health.miadi.shared.validation.Text;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Leaves aside availability, notice, horizon, grid and limit, never the overlap with others (R-BOOK-4).
 *
 * @param reason why; it is kept
 */
public record OverrideRequest(
        @NotNull @Size(min = 1, max = 500) @Text(lines = true)
        String reason) {
    /** Says nothing of the reason. */
    @Override
    public String toString() {
        return "OverrideRequest";
    }
}
