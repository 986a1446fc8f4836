package health.miadi.patient.boundary;

import health.miadi.identity.entity.Confirmed;
import health.miadi.shared.validation.Text;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What of a patient's data is to be confirmed.
 *
 * @param phone true to confirm it; {@code email} and {@code nationalId} likewise
 * @param reason for admins: why it is taken from whoever it is confirmed of as well. It is kept in the audit trail
 */
public record ConfirmationRequest(
        @Nullable Boolean phone,
        @Nullable Boolean email,
        @Nullable Boolean nationalId,

        @Size(min = 1, max = 500) @Text(lines = true) @Nullable
        String reason) {
    Confirmed what() {
        return new Confirmed(Boolean.TRUE.equals(phone), Boolean.TRUE.equals(email), Boolean.TRUE.equals(nationalId));
    }

    /** Says nothing of the reason. */
    @Override
    public String toString() {
        return "ConfirmationRequest";
    }
}
