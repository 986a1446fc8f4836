package health.miadi.identity.boundary;

import health.miadi.identity.control.LoginName;
import health.miadi.shared.validation.AsGiven;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * The first admin's account.
 *
 * @param code the setup code from the server's log
 * @param username an e-mail address, or a name in plain ASCII without an at sign
 * @param password 12 to 128 characters, no common one
 */
public record SetupRequest(
        @NotNull @Size(min = 1, max = 100) @AsGiven String code,

        @NotNull @Pattern(regexp = LoginName.PATTERN, message = LoginName.MESSAGE) @Size(min = 3, max = 254)
        String username,

        @NotNull @Size(min = 12, max = 128) @AsGiven String password) {
    /** Says nothing of the account. */
    @Override
    public String toString() {
        return "SetupRequest";
    }
}
