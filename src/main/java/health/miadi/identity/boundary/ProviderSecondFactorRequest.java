package health.miadi.identity.boundary;

import health.miadi.identity.control.PasskeyAssertion;
import health.miadi.shared.validation.AsGiven;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The second factor of somebody for whom the OpenID provider has given its word (R-AUTH-10).
 *
 * @param token that the refusal of the sign-in named as its {@code secondStep}; a browser has it in a cookie
 * @param code of the authenticator app, or a recovery code
 * @param passkey in place of a code
 */
public record ProviderSecondFactorRequest(
        @Size(min = 1, max = 100) @AsGiven @Nullable String token,
        @Size(min = 1, max = 40) @AsGiven @Nullable String code,
        @Valid @Nullable PasskeyAssertion passkey) {
    /** Says nothing of it. */
    @Override
    public String toString() {
        return "ProviderSecondFactorRequest";
    }
}
