package health.miadi.insurance.boundary;

import health.miadi.shared.validation.Text;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * That a cover's policy number is confirmed.
 *
 * @param reason for admins: why it is taken from the cover of which it is confirmed as well. It is kept in the audit trail
 */
public record InsuranceConfirmationRequest(
        @Size(min = 1, max = 500) @Text(lines = true) @Nullable
        String reason) {
    /** Says nothing of the reason. */
    @Override
    public String toString() {
        return "InsuranceConfirmationRequest";
    }
}
