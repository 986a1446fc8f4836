package health.miadi.identity.entity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an admin decides about an account.
 *
 * @param username unique, whatever its case; one with an {@code @} is the account's own e-mail address
 * @param email unique, whatever its case, among persons and accounts; that of its person (R-PERS-5)
 * @param personId whose account it is
 * @param enabled whether its owner can sign in
 */
public record AccountTerms(
        String username,
        @Nullable String email,
        Role role,
        @Nullable UUID personId,
        boolean enabled) {
    /** The same with another address. */
    public AccountTerms withEmail(@Nullable String address) {
        return new AccountTerms(username, address, role, personId, enabled);
    }

    /** Whether the account signs in with its address and has no other name. */
    public boolean isNamedByAddress() {
        return username.indexOf('@') >= 0;
    }

    /** Says nothing of the account. */
    @Override
    public String toString() {
        return "AccountTerms";
    }
}
