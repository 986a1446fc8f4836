package health.miadi.identity.control;

import health.miadi.identity.entity.User;
import health.miadi.shared.refusal.Refusal;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;

/**
 * Changes people's own passwords. Hashing takes hundreds of milliseconds: it is done outside the transaction that stores
 * the result.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class PasswordChange {
    @EJB
    SignIn signIn;

    @Inject
    Passwords passwords;

    @Inject
    NewPasswordLimits limits;

    @EJB
    Accounts accounts;

    /**
     * Changes the password and ends all sessions of the account (R-AUTH-3), unless their owner wants them to go on.
     *
     * @param endsOthers whether sessions end with the former password
     * @param place from where
     * @return the account as it is now
     * @throws Refusal {@code validation} when the current password is wrong, or R-AUTH-1 does not allow the new one;
     *     {@code rate-limited} after too many wrong ones, or too many changes
     */
    public User change(UUID userId, String current, String wanted, boolean endsOthers, Place place) {
        limits.requireChoice(userId);
        User user = signIn.confirmed(userId, current, place, "currentPassword");
        return accounts.changePassword(
                user, passwords.accept(wanted, "newPassword", user.username()), "currentPassword", endsOthers);
    }
}
