package health.miadi.identity.entity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an admin decides about an account.
 *
 * @param username unique, whatever its case; one with an {@code @} is the account's own e-mail address
 * @param email unique, whatever its case
 * @param personId whose account it is
 * @param enabled whether its owner can sign in
 */
public record AccountTerms(
        String username,
        @Nullable String email,
        Role role,
        @Nullable UUID personId,
        boolean enabled) {
    /** Says nothing of the account. */
    @Override
    public String toString() {
        return "AccountTerms";
    }
}
