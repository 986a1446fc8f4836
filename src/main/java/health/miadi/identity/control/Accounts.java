package health.miadi.identity.control;

import health.miadi.identity.entity.Role;
import health.miadi.identity.entity.User;
import health.miadi.shared.problem.FieldError;
import health.miadi.shared.problem.ProblemType;
import health.miadi.shared.problem.Refusal;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Opens accounts. Who may ask for which role is decided where the request comes in (R-AUTH-5). */
@Stateless
public class Accounts {
    @Inject
    UserRepository users;

    @Inject
    Passwords passwords;

    @Inject
    Clock clock;

    /**
     * Checks that nobody signs in with that name or address. Two who ask at once are told apart by the database.
     *
     * @param pointer where it stands in the request
     * @throws Refusal {@code duplicate} when somebody does
     */
    public void requireFree(String login, String pointer) {
        if (users.byLogin(login).isPresent()) {
            throw Refusal.of(
                    ProblemType.DUPLICATE,
                    null,
                    "Another one has the same value already.",
                    List.of(new FieldError(pointer, "is taken")));
        }
    }

    /**
     * Opens an account.
     *
     * @param pointer where the password stands in the request
     * @throws Refusal {@code validation} for a password that R-AUTH-1 does not allow;
     *     {@code duplicate} for a username, e-mail or person that has an account
     */
    public User open(
            String username,
            @Nullable String email,
            String password,
            String pointer,
            Role role,
            @Nullable UUID personId) {
        User user = new User(username, email, passwords.accept(password, pointer), role, personId, clock.instant());
        users.add(user);
        return user;
    }
}
