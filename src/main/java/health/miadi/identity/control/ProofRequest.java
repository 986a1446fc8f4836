package health.miadi.identity.control;

import health.miadi.shared.validation.AsGiven;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What shows once more who the caller is (R-AUTH-17).
 *
 * @param currentPassword needed unless the account has none; such an account must have been signed in to within the last minutes
 * @param code of the authenticator app, or a recovery code: needed where the account has a second factor
 * @param passkey of the account, in place of both
 */
public record ProofRequest(
        @Size(min = 1, max = 128) @AsGiven @Nullable String currentPassword,
        @Size(min = 1, max = 40) @AsGiven @Nullable String code,
        @Valid @Nullable PasskeyAssertion passkey) {
    private static final ProofRequest NOTHING = new ProofRequest(null, null, null);

    /** What came with a request that may have no body. */
    public static ProofRequest of(@Nullable ProofRequest request) {
        return request == null ? NOTHING : request;
    }

    /** Says nothing of it. */
    @Override
    public String toString() {
        return "ProofRequest";
    }
}
