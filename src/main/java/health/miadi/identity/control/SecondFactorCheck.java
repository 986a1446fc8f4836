package health.miadi.identity.control;

import health.miadi.audit.control.Attempted;
import health.miadi.audit.control.AuditRefusals;
import health.miadi.audit.entity.AuditAction;
import health.miadi.audit.entity.AuditedEntity;
import health.miadi.identity.entity.AccountFact;
import health.miadi.identity.entity.SecondFactor;
import health.miadi.identity.entity.User;
import health.miadi.shared.refusal.Refusal;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
    private static final String FIELD = "code";

    @EJB
    SecondFactors factors;

    @EJB
    SignInThrottle throttle;

    @EJB
    AuditRefusals refusals;

    @Inject
    PasskeyCheck passkeys;

    @Inject
    CurrentPasskeySite site;

    @Inject
    Attempted attempted;

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

    /** What wrong codes and passkeys of an account count against. */
    static Attempt attempt(UUID user) {
        return Attempt.ofAccount("second-factor", user);
    }

    /**
     * What shows, besides the password or the provider's word, that it is that user.
     *
     * @throws Refusal {@code second-factor-required}, which names what the account takes, when it is missing or wrong. Who lacks it has shown the first factor all
     *     the same: the trail says so; {@code rate-limited} after too many wrong ones
     */
    public SecondFactor required(User user, SecondStep given) {
        String fault = given.isNothing() ? "no-code" : "wrong-code";
        PasskeyAssertion passkey = given.passkey();
        if (passkey != null) {
            fault = passkeys.fault(user, passkey, site.get());
            if (fault == null) {
                return SecondFactor.PASSKEY;
            }
        } else if (given.code() != null) {
            Optional<SecondFactor> shown = passes(user, given.code());
            if (shown.isPresent()) {
                return shown.get();
            }
        }
        attempted.noteNothing();
        refusals.note(AuditAction.SIGNED_IN, AuditedEntity.USER, user.id(), fault);
        throw Refusal.of(
                        AccountFact.SECOND_FACTOR_REQUIRED,
                        "R-AUTH-10",
                        given.isNothing()
                                ? "So far it is right. Send it again with the code of your authenticator app, a recovery code, or your passkey."
                                : passkey == null
                                        ? "The code is wrong, too old, or was used already. Wait for the next one of your app."
                                        : "The passkey is not one of this account, or was asked for too long ago. Try again.")
                .with("methods", factors.methodsOf(user.id()));
    }

    /**
     * Lets a user go on who is signed in and shows a passkey of theirs, which is both factors at once.
     *
     * @throws Refusal {@code validation} when it is none of theirs; {@code rate-limited} after too many
     */
    void requirePasskey(User user, PasskeyAssertion passkey) {
        String fault = passkeys.fault(user, passkey, site.get());
        if (fault != null) {
            refusals.note(AuditAction.PASSWORD_CONFIRMED, AuditedEntity.USER, user.id(), fault);
            throw Refusal.invalid("passkey", "is none of your account, or was asked for too long ago");
        }
    }

    /**
     * Lets a user go on whose code is right, and who is signed in.
     *
     * @throws Refusal {@code validation} when it is missing or wrong; {@code rate-limited} after too many wrong ones
     */
    void require(User user, @Nullable String code) {
        if (code == null) {
            throw Refusal.invalid(
                    FIELD, "is needed: the code of your authenticator app, or a recovery code; or show your passkey");
        }
        if (passes(user, code).isEmpty()) {
            refusals.note(AuditAction.PASSWORD_CONFIRMED, AuditedEntity.USER, user.id(), "wrong-code");
            throw Refusal.invalid(FIELD, "is wrong, too old, or was used already");
        }
    }
}
