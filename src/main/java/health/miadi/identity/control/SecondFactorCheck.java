package health.miadi.identity.control;

import health.miadi.audit.control.AuditRefusals;
import health.miadi.audit.entity.AuditAction;
import health.miadi.audit.entity.AuditedEntity;
import health.miadi.identity.entity.SecondFactor;
import health.miadi.identity.entity.User;
import health.miadi.shared.problem.Refusal;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody has an account's second factor (R-AUTH-10): the one way to ask, so that no question goes past the throttle (R-AUTH-6).
 *
 * <p>Wrong codes count against the account, wherever from and apart from wrong passwords: a right password takes none of them back, and whoever does not know
 * the password slows nobody.
 */
@ApplicationScoped
public class SecondFactorCheck {
    /** What an account with a second factor takes. */
    static final List<String> METHODS = List.of("app", "recovery-code");

    private static final String POINTER = "/code";

    @EJB
    SecondFactors factors;

    @EJB
    SignInThrottle throttle;

    @EJB
    AuditRefusals refusals;

    /**
     * What that code is of the account; it is used up.
     *
     * @return empty when it is wrong, too old, or was used already
     * @throws Refusal {@code rate-limited} after too many wrong ones
     */
    public Optional<SecondFactor> passes(User user, String code) {
        Attempt attempt = attempt(user.id());
        Instant counted = throttle.count(attempt);
        Optional<SecondFactor> shown = factors.use(user.id(), code);
        shown.ifPresent(right -> throttle.takeBack(attempt, counted));
        return shown;
    }

    /**
     * Sets up the app whose first code that is, as {@link SecondFactors#confirm} says.
     *
     * @throws Refusal {@code validation} when it is wrong; {@code rate-limited} after too many wrong ones: guessing makes no factor
     */
    public List<OneTimeCode> confirm(UUID user, String code, UUID session) {
        Attempt attempt = attempt(user);
        Instant counted = throttle.count(attempt);
        List<OneTimeCode> recovery = factors.confirm(user, code, session);
        throttle.takeBack(attempt, counted);
        return recovery;
    }

    private static Attempt attempt(UUID user) {
        return Attempt.ofAccount("second-factor", user);
    }

    /**
     * Lets a user go on whose code is right, and who is signed in.
     *
     * @throws Refusal {@code validation} when it is missing or wrong; {@code rate-limited} after too many wrong ones
     */
    void require(User user, @Nullable String code) {
        if (code == null) {
            throw Refusal.invalid(POINTER, "is needed: the code of your authenticator app, or a recovery code");
        }
        if (passes(user, code).isEmpty()) {
            refusals.note(AuditAction.PASSWORD_CONFIRMED, AuditedEntity.USER, user.id(), "wrong-code");
            throw Refusal.invalid(POINTER, "is wrong, too old, or was used already");
        }
    }
}
