package health.miadi.patient.control;

import health.miadi.identity.control.openid.OpenIdIdentity;
import health.miadi.identity.entity.AccountFact;
import health.miadi.identity.entity.User;
import health.miadi.shared.refusal.CommonFact;
import health.miadi.shared.refusal.Refusal;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.Optional;

/**
 * Signs people in whom an OpenID provider vouches for, and registers them as patients the first time (R-AUTH-4). Of several
 * first sign-ins of one person at once, the database lets one register; the others find what it made.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OpenIdSignIn {
    @EJB
    OpenIdRegistration registration;

    /**
     * The account of that person.
     *
     * @throws Refusal {@code account-conflict} when the e-mail address belongs to somebody else here,
     *     {@code account-closed}
     */
    public User signIn(OpenIdIdentity identity) {
        return registration.find(identity).orElseGet(() -> registerOnce(identity));
    }

    private User registerOnce(OpenIdIdentity identity) {
        try {
            return registration.register(identity);
        } catch (Refusal taken) {
            if (taken.fact() != CommonFact.DUPLICATE && taken.fact() != AccountFact.ACCOUNT_CONFLICT) {
                throw taken;
            }
            Optional<User> registeredMeanwhile = registration.find(identity);
            return registeredMeanwhile.orElseThrow(() -> conflict(taken));
        }
    }

    private static Refusal conflict(Refusal taken) {
        return taken.fact() == AccountFact.ACCOUNT_CONFLICT
                ? taken
                : Refusal.of(
                        AccountFact.ACCOUNT_CONFLICT,
                        "R-AUTH-4",
                        "The clinic knows this e-mail address already, and not as yours. Ask the clinic for an account.");
    }
}
