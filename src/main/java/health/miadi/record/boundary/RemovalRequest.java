package health.miadi.record.boundary;

import health.miadi.shared.validation.Text;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Why a record is removed (R-REC-3).
 *
 * @param reason kept in the clear and in the audit trail, where admins read it: nothing of the patient's health
 */
public record RemovalRequest(
        @NotNull @Size(min = 1, max = 500) @Text(lines = true)
        String reason) {
    /** Nothing that it says. */
    @Override
    public String toString() {
        return "RemovalRequest";
    }
}
