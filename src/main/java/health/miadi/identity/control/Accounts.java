package health.miadi.identity.control;

import health.miadi.audit.control.AuditTrail;
import health.miadi.audit.entity.AuditAction;
import health.miadi.audit.entity.AuditedEntity;
import health.miadi.identity.entity.Role;
import health.miadi.identity.entity.User;
import health.miadi.shared.refusal.CommonFact;
import health.miadi.shared.refusal.FieldError;
import health.miadi.shared.refusal.Refusal;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Opens accounts. Who may ask for which role is decided where the request comes in (R-AUTH-5). */
@Stateless
public class Accounts {
    @Inject
    UserRepository users;

    @Inject
    Passwords passwords;

    @EJB
    Sessions sessions;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /**
     * Checks that nobody signs in with that name or address, nor is reached at it (R-PERS-5). Two who ask at once are told
     * apart by the database.
     *
     * @param field where it stands
     * @throws Refusal {@code duplicate} when somebody does
     */
    public void requireFree(String login, String field) {
        if (users.byLogin(login).isPresent() || users.isAddressTaken(login)) {
            throw Refusal.of(
                    CommonFact.DUPLICATE,
                    null,
                    "Another one has the same value already.",
                    List.of(new FieldError(field, "is taken")));
        }
    }

    /**
     * Gives an account another password; the database ends all its sessions (R-AUTH-3), unless its owner wants others to go on.
     *
     * @param known the account when its password was checked
     * @param field where the checked password stands
     * @param endsOthers whether sessions end with the former password
     * @throws Refusal {@code validation} when the password has been changed since it was checked
     */
    public User changePassword(User known, String hash, String field, boolean endsOthers) {
        User user = users.byId(known.id())
                .filter(now -> Objects.equals(now.passwordHash(), known.passwordHash()))
                .orElseThrow(() -> Refusal.invalid(field, "is not the current password"));
        if (!endsOthers) {
            sessions.keepAllOf(user.id());
        }
        user.changePassword(hash, clock.instant());
        users.flush();
        audit.record(AuditAction.PASSWORD_CHANGED, AuditedEntity.USER, user.id());
        sessions.tellEndedOf(user.id());
        return user;
    }

    /**
     * Opens an account.
     *
     * @param field where the password stands
     * @throws Refusal {@code validation} for a password that R-AUTH-1 does not allow;
     *     {@code duplicate} for a username, e-mail or person that has an account
     */
    public User open(
            String username,
            @Nullable String email,
            String password,
            String field,
            Role role,
            @Nullable UUID personId) {
        return openHashed(username, email, passwords.accept(password, field, username), role, personId);
    }

    /**
     * Opens an account whose password was accepted before, so that no transaction waits for the hashing.
     *
     * @throws Refusal {@code duplicate} for a username, e-mail or person that has an account
     */
    public User openHashed(
            String username,
            @Nullable String email,
            @Nullable String passwordHash,
            Role role,
            @Nullable UUID personId) {
        User user = new User(username, email, passwordHash, role, personId, clock.instant());
        users.add(user);
        audit.record(AuditAction.CREATED, AuditedEntity.USER, user.id());
        return user;
    }
}
