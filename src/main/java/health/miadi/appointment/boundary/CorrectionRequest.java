package health.miadi.appointment.boundary;

import health.miadi.appointment.entity.AppointmentStatus;
import health.miadi.shared.validation.Text;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an appointment that was marked by mistake really is (R-BOOK-7a).
 *
 * @param status what it becomes: after a check-in {@code scheduled}; after a completion or a no-show {@code scheduled},
 *     {@code checked_in}, or the other of the two
 * @param reason what was wrong; it is kept in the history, which the patient can read, and in the audit trail
 */
public record CorrectionRequest(
        @NotNull AppointmentStatus status,

        @NotNull @Size(min = 1, max = 500) @Text(lines = true) @Schema(examples = "The wrong row")
        String reason) {
    /** Says nothing of the reason. */
    @Override
    public String toString() {
        return "CorrectionRequest";
    }
}
