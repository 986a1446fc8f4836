package health.miadi.identity.boundary;

import health.miadi.shared.validation.Text;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * A name and a password to sign in with.
 *
 * @param username username or e-mail address
 */
public record LoginRequest(
        @NotNull @Size(min = 1, max = 254) @Text String username,
        @NotNull @Size(min = 1, max = 512) String password) {
    /** Says nothing of either. */
    @Override
    public String toString() {
        return "LoginRequest";
    }
}
