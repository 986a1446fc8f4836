package health.miadi.identity.control;

import health.miadi.shared.problem.ProblemType;
import health.miadi.shared.problem.Refusal;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/**
 * Slows down who tries which addresses have an account (R-AUTH-6): a registration has to say that one is taken, but not
 * for a thousand of them in a row.
 */
@ApplicationScoped
public class RegistrationThrottle {
    @EJB
    SignInThrottle throttle;

    /**
     * Runs a registration and counts it when it met a duplicate. When it succeeds, its place is familiar to the new account.
     *
     * @param login the name that the account will have
     * @throws Refusal {@code rate-limited} after too many duplicates from that place, and what the registration throws
     */
    public <T> T limitingDuplicates(Place place, String login, Supplier<T> registration) {
        Attempt attempt = Attempt.ofCode("register", place);
        throttle.requireOpen(attempt);
        try {
            T registered = registration.get();
            throttle.provedOtherwise(Attempt.of(login, place));
            return registered;
        } catch (Refusal refused) {
            if (refused.type() == ProblemType.DUPLICATE) {
                throttle.count(attempt);
            }
            throw refused;
        }
    }
}
