package health.miadi.identity.boundary;

import health.miadi.identity.control.PasskeyAssertion;
import health.miadi.shared.validation.AsGiven;
import health.miadi.shared.validation.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A name and a password to sign in with.
 *
 * @param username username or e-mail address
 * @param code of the authenticator app, or a recovery code, where the account has a second factor; an answer {@code second-factor-required} asks for it
 * @param passkey in place of a code, where the account has one
 * @param cookie true for a browser: the refresh token goes into a cookie that scripts cannot read, and the answer has a
 *     CSRF token instead
 */
public record LoginRequest(
        @NotNull @Size(min = 1, max = 254) @Text String username,
        @NotNull @Size(min = 1, max = 128) @AsGiven String password,
        @Size(min = 1, max = 40) @AsGiven @Nullable String code,
        @Valid @Nullable PasskeyAssertion passkey,
        @Nullable Boolean cookie) {
    /** Says nothing of them. */
    @Override
    public String toString() {
        return "LoginRequest";
    }
}
