package health.miadi.identity.control;

import health.miadi.audit.control.Attempted;
import health.miadi.audit.control.AuditRefusals;
import health.miadi.audit.entity.AuditAction;
import health.miadi.audit.entity.AuditedEntity;
import health.miadi.identity.control.PasskeyFaultException.Fault;
import health.miadi.identity.entity.AccountFact;
import health.miadi.identity.entity.User;
import health.miadi.shared.refusal.CommonFact;
import health.miadi.shared.refusal.Refusal;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whose passkey was shown (R-AUTH-18): the one way to ask, so that no challenge counts twice, and no question goes past the throttle (R-AUTH-6). */
@ApplicationScoped
public class PasskeyCheck {
    @EJB
    Passkeys passkeys;

    @EJB
    PasskeyChallenges challenges;

    @EJB
    SignInThrottle throttle;

    @EJB
    AuditRefusals refusals;

    @Inject
    Attempted attempted;

    @Inject
    UserRepository users;

    /**
     * The account whose passkey that is, which is both factors: its owner has it, and was verified by it.
     *
     * @param place from where
     * @throws Refusal {@code unauthenticated} when it is not taken, in the same words whatever the reason; {@code account-closed};
     *     {@code rate-limited} after too many that were not
     */
    public User signIn(PasskeyAssertion answer, PasskeySite site, Place place) {
        attempted.name(AuditAction.SIGNED_IN, AuditedEntity.USER, null);
        Attempt attempt = Attempt.ofCode("passkey", place);
        Instant counted = throttle.count(attempt);
        Passkeys.Outcome outcome = judge(answer, site);
        Fault fault = outcome.fault();
        if (fault == null || fault == Fault.NO_CHALLENGE) {
            // a page that was left open for long guesses nothing
            throttle.takeBack(attempt, counted);
        }
        if (fault != null) {
            attempted.noteNothing();
            refusals.note(AuditAction.SIGNED_IN, AuditedEntity.USER, outcome.owner(), fault.word());
            throw refused();
        }
        User user = Optional.ofNullable(outcome.shown()).flatMap(users::byId).orElseThrow(PasskeyCheck::refused);
        attempted.name(AuditAction.SIGNED_IN, AuditedEntity.USER, user.id());
        if (!user.isEnabled()) {
            throw Refusal.of(AccountFact.ACCOUNT_CLOSED, "R-AUTH-18", "An administrator has closed this account.");
        }
        throttle.provedOtherwise(Attempt.of(user.username(), place));
        return user;
    }

    /**
     * Whether that is a passkey of that account, whose owner shows it besides, or once more.
     *
     * @return why not, null when it is
     * @throws Refusal {@code rate-limited} after too many that were not
     */
    @Nullable
    String fault(User user, PasskeyAssertion answer, PasskeySite site) {
        Attempt attempt = SecondFactorCheck.attempt(user.id());
        Instant counted = throttle.count(attempt);
        Passkeys.Outcome outcome = judge(answer, site);
        if (user.id().equals(outcome.shown())) {
            throttle.takeBack(attempt, counted);
            return null;
        }
        Fault fault = outcome.fault();
        if (fault == Fault.NO_CHALLENGE) {
            throttle.takeBack(attempt, counted);
        }
        return (fault == null ? Fault.ANOTHERS : fault).word();
    }

    private Passkeys.Outcome judge(PasskeyAssertion answer, PasskeySite site) {
        return PasskeyCeremony.challengeOf(answer.clientDataJSON())
                .filter(challenge -> challenges.takeOfBrowser(challenge, site.browser()))
                .map(challenge -> passkeys.use(answer, site, challenge))
                .orElseGet(() -> new Passkeys.Outcome(null, Fault.NO_CHALLENGE));
    }

    private static Refusal refused() {
        return Refusal.of(
                CommonFact.UNAUTHENTICATED,
                "R-AUTH-18",
                "This passkey is not one of an account here, or was asked for too long ago. Try again, or sign in another way.");
    }
}
