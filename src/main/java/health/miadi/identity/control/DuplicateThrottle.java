package health.miadi.identity.control;

import health.miadi.identity.entity.Caller;
import health.miadi.shared.refusal.CommonFact;
import health.miadi.shared.refusal.Refusal;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/**
 * Slows down who tries which addresses somebody here has (R-AUTH-6, R-PERS-2): a refusal has to say that one is
 * taken, but not for a thousand of them in a row.
 */
@ApplicationScoped
public class DuplicateThrottle {
    @EJB
    SignInThrottle throttle;

    /**
     * Runs a registration and counts it when it met a duplicate. When it succeeds, its place is familiar to the new account.
     *
     * @param login the name that the account will have
     * @throws Refusal {@code rate-limited} after too many duplicates from that place, and what the registration throws
     */
    public <T> T ofRegistration(Place place, String login, Supplier<T> registration) {
        T registered = limiting(Attempt.ofCode("register", place), registration);
        throttle.provedOtherwise(Attempt.of(login, place));
        return registered;
    }

    /**
     * Runs what a patient changes of their own and counts it when it met a duplicate, as a taken address is (R-PERS-5). Staff, who keep the files of others,
     * meet duplicates in their work: theirs are not counted.
     *
     * @throws Refusal {@code rate-limited} after too many duplicates of that account, and what the change throws
     */
    public <T> T ofChange(Caller caller, Supplier<T> change) {
        return caller.isPatient() ? limiting(Attempt.ofAccount("duplicate", caller.userId()), change) : change.get();
    }

    private <T> T limiting(Attempt attempt, Supplier<T> action) {
        throttle.requireOpen(attempt);
        try {
            return action.get();
        } catch (Refusal refused) {
            if (refused.fact() == CommonFact.DUPLICATE) {
                throttle.count(attempt);
            }
            throw refused;
        }
    }
}
