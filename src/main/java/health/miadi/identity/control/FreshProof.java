package health.miadi.identity.control;

import health.miadi.identity.entity.User;
import health.miadi.shared.problem.ProblemType;
import health.miadi.shared.problem.Refusal;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
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
    UserRepository users;

    @Inject
    SessionRepository sessions;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperty(name = "miadi.session.fresh-minutes", defaultValue = "10")
    int freshMinutes;

    /**
     * Checks that the owner of the account asks: by its password, or, where it has none, by a sign-in a short while ago.
     *
     * @param token that the request came with
     * @param password null when none was given
     * @param place from where
     * @throws Refusal {@code validation} when the password is missing or wrong; {@code rate-limited} after too many wrong ones;
     *     {@code sign-in-again} when the account has none and its session is older
     */
    public void require(VerifiedToken token, @Nullable String password, Place place) {
        UUID user = token.caller().userId();
        if (users.byId(user).map(User::passwordHash).isEmpty()) {
            requireFresh(token.session());
        } else if (password == null) {
            throw Refusal.invalid("/currentPassword", "is needed: a token alone does not show that it is you");
        } else {
            signIn.confirmed(user, password, place, "/currentPassword");
        }
    }

    private void requireFresh(UUID session) {
        if (!sessions.isOpenedSince(session, clock.instant().minus(Duration.ofMinutes(freshMinutes)))) {
            throw Refusal.of(
                    ProblemType.SIGN_IN_AGAIN,
                    "R-AUTH-17",
                    "Your account has no password: you must have signed in within the last " + freshMinutes
                            + " minutes.");
        }
    }
}
