package health.miadi.identity.control;

import health.miadi.identity.entity.User;
import health.miadi.shared.refusal.Refusal;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody has an account's password: the one way to ask, so that no question goes past the throttle (R-AUTH-6) or
 * the gate before the hashing (R-AUTH-1).
 */
@ApplicationScoped
public class PasswordCheck {
    @Inject
    Passwords passwords;

    @Inject
    HashingGate gate;

    @EJB
    SignInThrottle throttle;

    /**
     * Whether the password is that of the account, and the account is open. No transaction may be open meanwhile.
     *
     * @param login as it was typed, whether or not somebody has that name
     * @param place from where
     * @param user whose name it is, null for nobody's; that takes as long as a wrong password
     * @throws Refusal {@code rate-limited} after too many failures; {@code unavailable} when too many ask at once
     */
    public boolean passes(String login, Place place, String password, @Nullable User user) {
        return passes(HashingGate.Share.SIGN_IN, login, place, password, user);
    }

    /**
     * The same for somebody who is signed in, and waits apart from those who are not.
     *
     * @throws Refusal {@code rate-limited} after too many failures; {@code unavailable} when too many ask at once
     */
    boolean passesAgain(String login, Place place, String password, @Nullable User user) {
        return passes(HashingGate.Share.OTHERS, login, place, password, user);
    }

    private boolean passes(HashingGate.Share share, String login, Place place, String password, @Nullable User user) {
        Attempt attempt = Attempt.of(login, place);
        throttle.requireOpen(attempt);
        String stored = user == null ? null : user.passwordHash();
        Optional<Instant> success = gate.pass(share, () -> {
            Instant counted = throttle.count(attempt);
            return passwords.matches(password, stored) && user != null && user.isEnabled()
                    ? Optional.of(counted)
                    : Optional.empty();
        });
        success.ifPresent(counted -> throttle.succeeded(attempt, counted));
        return success.isPresent();
    }
}
