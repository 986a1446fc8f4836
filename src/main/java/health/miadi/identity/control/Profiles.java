package health.miadi.identity.control;

import health.miadi.identity.entity.Caller;
import health.miadi.identity.entity.Person;
import health.miadi.identity.entity.Role;
import health.miadi.identity.entity.User;
import health.miadi.shared.refusal.CommonFact;
import health.miadi.shared.refusal.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whose account it is. */
@Stateless
@RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER, Role.Name.PATIENT})
public class Profiles {
    @Inject
    UserRepository users;

    @EJB
    FactorRemovals removals;

    @Inject
    AccountEventRepository events;

    /** An account with its person. */
    public record Profile(
            User user,
            @Nullable Person person,
            int unreadEvents,
            @Nullable Instant removalAskedAt) {}

    /**
     * The caller's own account.
     *
     * @throws Refusal {@code unauthenticated} when it is gone
     */
    public Profile of(Caller caller) {
        User user = users.byId(caller.userId())
                .orElseThrow(() -> Refusal.of(CommonFact.UNAUTHENTICATED, "The account is gone."));
        UUID person = user.personId();
        return new Profile(
                user,
                person == null ? null : users.person(person).orElse(null),
                Notices.among(events.notices(user)).count(),
                removals.askedOf(user).orElse(null));
    }
}
