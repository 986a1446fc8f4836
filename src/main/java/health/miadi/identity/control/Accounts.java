package health.miadi.identity.control;

import health.miadi.identity.entity.Role;
import health.miadi.identity.entity.User;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
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
     * Opens an account.
     *
     * @param pointer where the password stands in the request
     * @throws health.miadi.shared.problem.Refusal {@code validation} for a password that R-AUTH-1 does not allow;
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
