package health.miadi.identity.boundary;

import health.miadi.identity.control.PasskeyAssertion;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * A passkey to sign in with, without a name or a password (R-AUTH-18).
 *
 * @param cookie true for a browser: the refresh token goes into a cookie that scripts cannot read, and the answer has a
 *     CSRF token instead
 */
public record PasskeySignInRequest(
        @NotNull @Valid PasskeyAssertion passkey, @Nullable Boolean cookie) {
    /** Says nothing of it. */
    @Override
    public String toString() {
        return "PasskeySignInRequest";
    }
}
