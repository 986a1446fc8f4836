package health.miadi.identity.control;

import health.miadi.identity.entity.AccountFact;
import health.miadi.identity.entity.User;
import health.miadi.shared.refusal.Refusal;
import health.miadi.shared.settings.Configured;
import health.miadi.shared.settings.Setting;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Asks people to show once more who they are (R-AUTH-17), before what opens another way into their account or what nothing brings
 * back: an access token alone may be in anybody's hands.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class FreshProof {
    @EJB
    SignIn signIn;

    @Inject
    SecondFactorCheck codes;

    @Inject
    UserRepository users;

    @Inject
    SessionRepository sessions;

    @Inject
    Clock clock;

    @Inject
    @Configured(Setting.SESSION_FRESH_MINUTES)
    int freshMinutes;

    /**
     * Checks that the owner of the account asks: by its password, or, where it has none, by a sign-in a short while ago; and by its second factor, where
     * it has one (R-AUTH-10); or by a passkey, which is both (R-AUTH-18).
     *
     * @param token that the request came with
     * @param given the password and the code, as far as they were given
     * @param place from where
     * @throws Refusal {@code validation} when the password, the code or the passkey is missing or wrong; {@code rate-limited} after too many wrong ones;
     *     {@code sign-in-again} when the account has none and its session is older
     */
    public void require(VerifiedToken token, ProofRequest given, Place place) {
        UUID id = token.caller().userId();
        Optional<User> user = users.byId(id);
        PasskeyAssertion passkey = given.passkey();
        if (passkey != null && user.isPresent()) {
            codes.requirePasskey(user.get(), passkey);
            return;
        }
        String password = given.currentPassword();
        if (user.map(User::passwordHash).isEmpty()) {
            requireFresh(token.session());
        } else if (password == null) {
            throw Refusal.invalid("currentPassword", "is needed: a token alone does not show that it is you");
        } else {
            signIn.confirmed(id, password, place, "currentPassword");
        }
        user.filter(User::hasSecondFactor).ifPresent(known -> codes.require(known, given.code()));
    }

    /**
     * Checks that the owner of the account asks before the address changes that they sign in with (R-PERS-5): by its password, or,
     * where it has none, by a sign-in a short while ago.
     *
     * @param password null when none was given
     * @throws Refusal {@code validation} when it is missing or wrong; {@code rate-limited} after too many wrong ones;
     *     {@code sign-in-again} when the account has none and its session is older
     */
    public void requireForAddress(VerifiedToken token, @Nullable String password, Place place) {
        UUID id = token.caller().userId();
        if (users.byId(id).map(User::passwordHash).isEmpty()) {
            requireFresh(token.session());
        } else if (password == null) {
            throw Refusal.invalid("currentPassword", "is needed to change the address that you sign in with");
        } else {
            signIn.confirmed(id, password, place, "currentPassword");
        }
    }

    private void requireFresh(UUID session) {
        if (!sessions.isOpenedSince(session, clock.instant().minus(Duration.ofMinutes(freshMinutes)))) {
            throw Refusal.of(
                    AccountFact.SIGN_IN_AGAIN,
                    "R-AUTH-17",
                    "Your account has no password: you must have signed in within the last " + freshMinutes
                            + " minutes.");
        }
    }
}
