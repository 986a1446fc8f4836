package health.miadi.identity.control;

import health.miadi.identity.entity.AccountTerms;
import health.miadi.identity.entity.Role;
import health.miadi.identity.entity.User;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;

/** Ends the account of a patient whose data are erased; name and address are free again. */
@Stateless
@RolesAllowed({Role.Name.ADMIN, Role.Name.PATIENT})
public class AccountEnding {
    @Inject
    UserRepository users;

    @Inject
    SignInFailureRepository failures;

    @EJB
    Sessions sessions;

    @Inject
    Clock clock;

    /**
     * Ends the account of that person, who is erased, if they have one: its sessions end on every node (R-AUTH-3), and with the account
     * go its tokens, codes, its link to an OpenID provider, its holds and its kept answers. An admin's account is not the
     * patient's: it stays, and is nobody's from then on.
     */
    public void endOf(UUID personId) {
        users.byPerson(personId).flatMap(found -> users.lock(found.id())).ifPresent(this::end);
    }

    private void end(User user) {
        if (user.role() != Role.PATIENT) {
            leave(user, clock.instant());
            return;
        }
        sessions.forgetAllOf(user.id());
        Stream.ofNullable(user.email()).forEach(this::forgetFailures);
        forgetFailures(user.username());
        users.remove(user);
    }

    private void leave(User user, Instant now) {
        AccountTerms terms = user.terms();
        user.agree(new AccountTerms(terms.username(), terms.email(), terms.role(), null, terms.enabled()), now);
        users.flush();
        sessions.tellEndedOf(user.id());
    }

    private void forgetFailures(String login) {
        failures.forget(Attempt.nameKey(login));
    }
}
