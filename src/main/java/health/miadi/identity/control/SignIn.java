package health.miadi.identity.control;

import health.miadi.audit.control.Attempted;
import health.miadi.audit.control.AuditRefusals;
import health.miadi.audit.entity.AuditAction;
import health.miadi.audit.entity.AuditedEntity;
import health.miadi.identity.entity.SecondFactor;
import health.miadi.identity.entity.User;
import health.miadi.shared.refusal.CommonFact;
import health.miadi.shared.refusal.Refusal;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Signs people in with a password, and a second factor where their account has one. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class SignIn {
    @Inject
    UserRepository users;

    @Inject
    PasswordCheck check;

    @Inject
    SecondFactorCheck codes;

    @Inject
    Attempted attempted;

    @EJB
    AuditRefusals refusals;

    /**
     * The user with that id, who has to show once more that they know their password. Whoever found somebody's session open
     * guesses no faster than at the front door (R-AUTH-6).
     *
     * @param place from where
     * @param field where the password stands
     * @throws Refusal {@code validation} when it is wrong: the caller stays signed in; {@code rate-limited} after too many
     *     failures
     */
    public User confirmed(UUID userId, String password, Place place, String field) {
        Optional<User> user = users.byId(userId);
        String login = user.map(User::username).orElse(userId.toString());
        boolean right = check.passesAgain(login, place, password, user.orElse(null));
        if (!right) {
            // whoever guesses at a session that stands open is told from an empty field by this (R-REC-7)
            refusals.note(AuditAction.PASSWORD_CONFIRMED, AuditedEntity.USER, userId, "wrong-password");
        }
        return user.filter(found -> right).orElseThrow(() -> Refusal.invalid(field, "is not the current password"));
    }

    /** Somebody who showed who they are, and what they showed besides their password. */
    public record Proven(User user, SecondFactor factor) {}

    /**
     * The user with that name and password, and, where the account has a second factor, that as well (R-AUTH-10).
     *
     * @param login username or e-mail
     * @param second what was given besides the password
     * @param place from where
     * @throws Refusal {@code unauthenticated}, in the same words and the same time whether the name is unknown, the
     *     password wrong or the account disabled (R-AUTH-1); {@code second-factor-required} when the password is right, and the other is
     *     missing or wrong; {@code rate-limited} after too many failures (R-AUTH-6)
     */
    public Proven with(String login, String password, SecondStep second, Place place) {
        Optional<User> user = users.byLogin(login);
        attempted.name(
                AuditAction.SIGNED_IN, AuditedEntity.USER, user.map(User::id).orElse(null));
        boolean right = check.passes(login, place, password, user.orElse(null));
        User found = user.filter(known -> right)
                .orElseThrow(() ->
                        Refusal.of(CommonFact.UNAUTHENTICATED, "R-AUTH-1", "The username or the password is wrong."));
        return new Proven(found, found.hasSecondFactor() ? codes.required(found, second) : SecondFactor.NONE);
    }
}
