package health.miadi.identity.control;

import health.miadi.shared.validation.AsGiven;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What shows once more who the caller is (R-AUTH-17).
 *
 * @param currentPassword needed unless the account has none; such an account must have been signed in to within the last minutes
 */
public record ProofRequest(
        @Size(min = 1, max = 128) @AsGiven @Nullable String currentPassword) {
    /** The password that came with a request, null when it has none. */
    public static @Nullable String password(@Nullable ProofRequest request) {
        return request == null ? null : request.currentPassword();
    }

    /** Says nothing of it. */
    @Override
    public String toString() {
        return "ProofRequest";
    }
}
