package health.miadi.identity.boundary;

import health.miadi.identity.control.LoginName;
import health.miadi.identity.entity.AccountTerms;
import health.miadi.identity.entity.Role;
import health.miadi.shared.validation.AsGiven;
import health.miadi.shared.validation.Patterns;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A new account.
 *
 * @param username unique, whatever its case: the account's own e-mail address, or a name in plain ASCII without an at
 *     sign, so that no two names look alike
 * @param email unique, whatever its case, among persons and accounts; serves to sign in like the username. It becomes
 *     that of its person; without one, the account has that of its person
 * @param password 12 to 128 characters, no common one; without one, a one-time code sets it later
 * @param personId the patient or provider whose account it is: needed by these two roles, and of that kind
 * @param enabled whether its owner can sign in; true when it is missing
 */
public record UserRequest(
        @NotNull @Pattern(regexp = LoginName.PATTERN, message = LoginName.MESSAGE) @Size(min = 3, max = 254)
        String username,

        @Pattern(regexp = Patterns.EMAIL, message = Patterns.EMAIL_MESSAGE) @Size(max = 254) @Nullable
        String email,

        @Size(min = 12, max = 128) @AsGiven @Nullable String password,
        @NotNull Role role,
        @Nullable UUID personId,
        @Nullable Boolean enabled) {
    AccountTerms terms() {
        return new AccountTerms(username, email, role, personId, enabled == null || enabled);
    }

    /** Says nothing of the account. */
    @Override
    public String toString() {
        return "UserRequest";
    }
}
