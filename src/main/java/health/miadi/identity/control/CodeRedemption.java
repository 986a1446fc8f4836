package health.miadi.identity.control;

import health.miadi.audit.control.Attempted;
import health.miadi.audit.entity.AuditAction;
import health.miadi.audit.entity.AuditedEntity;
import health.miadi.identity.entity.User;
import health.miadi.shared.refusal.CommonFact;
import health.miadi.shared.refusal.Refusal;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Redeems one-time codes. A code that is unknown, used or expired gets the same answer; guessing is slowed down like that of
 * passwords (R-AUTH-6). A weak password is refused without using the code up.
 */
@ApplicationScoped
public class CodeRedemption {
    @EJB
    PasswordResets resets;

    @EJB
    AdminSetup setup;

    @EJB
    SignInThrottle throttle;

    @Inject
    Passwords passwords;

    @Inject
    NewPasswordLimits limits;

    @Inject
    Attempted attempted;

    /**
     * Sets an account's password; all its sessions end with the former one (R-AUTH-3).
     *
     * @throws Refusal {@code unauthenticated} when the code does not work; {@code rate-limited}; {@code validation} for a
     *     password that R-AUTH-1 does not allow
     */
    public void setPassword(OneTimeCode code, String newPassword, Place place) {
        attempted.name(AuditAction.PASSWORD_RESET, AuditedEntity.USER, null);
        requireRight("reset", place, () -> resets.find(code).isPresent());
        resets.find(code).ifPresent(account -> limits.requireChoice(account.id()));
        String hash = passwords.accept(newPassword, "newPassword");
        User user = resets.redeem(code, hash).orElseThrow(CodeRedemption::wrong);
        throttle.provedOtherwise(Attempt.of(user.username(), place));
    }

    /**
     * Opens the first admin's account.
     *
     * @throws Refusal {@code not-found} once there is an admin; {@code unauthenticated} when the code does not work;
     *     {@code rate-limited}; {@code validation} for a password that R-AUTH-1 does not allow; {@code duplicate} for a
     *     taken name
     */
    public void openFirstAdmin(OneTimeCode code, String username, String password, Place place) {
        requireOpen();
        attempted.name(AuditAction.CREATED, AuditedEntity.USER, null);
        requireRight("setup", place, () -> setup.knows(code));
        limits.requireSetup();
        String hash = passwords.accept(password, "password", username);
        Optional<User> admin = setup.complete(code, username, hash);
        if (admin.isEmpty()) {
            requireOpen();
            throw wrong();
        }
    }

    private void requireOpen() {
        if (setup.isDone()) {
            throw Refusal.notFound();
        }
    }

    private void requireRight(String kind, Place place, BooleanSupplier isRight) {
        Attempt attempt = Attempt.ofCode(kind, place);
        Instant counted = throttle.count(attempt);
        if (!isRight.getAsBoolean()) {
            throw wrong();
        }
        throttle.takeBack(attempt, counted);
    }

    private static Refusal wrong() {
        return Refusal.of(CommonFact.UNAUTHENTICATED, "The code is unknown, was used already, or has expired.");
    }
}
