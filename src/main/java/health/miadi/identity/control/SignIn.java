package health.miadi.identity.control;

import health.miadi.identity.entity.User;
import health.miadi.shared.problem.ProblemType;
import health.miadi.shared.problem.Refusal;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Signs people in with a password. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class SignIn {
    @Inject
    UserRepository users;

    @Inject
    Passwords passwords;

    /**
     * The user with that id, who has to show once more that they know their password. Sign-in's guard against guessing
     * belongs here too.
     *
     * @param pointer where the password stands in the request
     * @throws Refusal {@code validation} when it is wrong: the caller stays signed in
     */
    public User confirmed(UUID userId, String password, String pointer) {
        Optional<User> user = users.byId(userId);
        boolean right = passwords.fits(password, user.map(User::passwordHash).orElse(null));
        return user.filter(found -> right).orElseThrow(() -> Refusal.invalid(pointer, "is not the current password"));
    }

    /**
     * The user with that name and password.
     *
     * @param login username or e-mail
     * @throws Refusal {@code unauthenticated}, in the same words and the same time whether the name is unknown, the
     *     password wrong or the account disabled (R-AUTH-1)
     */
    public User with(String login, String password) {
        Optional<User> user = users.byLogin(login);
        boolean right = passwords.fits(password, user.map(User::passwordHash).orElse(null));
        return user.filter(found -> right && found.isEnabled())
                .orElseThrow(() ->
                        Refusal.of(ProblemType.UNAUTHENTICATED, "R-AUTH-1", "The username or the password is wrong."));
    }
}
