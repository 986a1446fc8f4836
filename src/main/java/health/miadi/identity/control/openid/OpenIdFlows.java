package health.miadi.identity.control.openid;

import health.miadi.identity.control.OpaqueToken;
import health.miadi.identity.control.UserRepository;
import health.miadi.identity.entity.AccountFact;
import health.miadi.identity.entity.User;
import health.miadi.shared.hash.Sha256;
import health.miadi.shared.refusal.Refusal;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Remembers which sign-ins are under way, in the database, so that the browser may come back to any node, once and in
 * time.
 */
@Stateless
@PermitAll
public class OpenIdFlows {
    /** How long somebody may take at the provider. */
    public static final Duration LIFETIME = Duration.ofMinutes(10);

    @Inject
    OpenIdFlowRepository flows;

    @Inject
    UserRepository users;

    @Inject
    Clock clock;

    /** Remembers a sign-in whose browser is about to leave. */
    public void begin(FlowCookie cookie, OpenIdFlow flow) {
        flows.add(hash(cookie.state()), flow, clock.instant().plus(LIFETIME));
    }

    /**
     * The sign-in whose browser has come back. It cannot come back again.
     *
     * @param cookie the browser's
     * @param state what the provider sent along
     * @throws Refusal {@code sign-in-failed} for a state that is forged, another browser's, used or too old
     */
    public OpenIdFlow end(@Nullable FlowCookie cookie, @Nullable String state) {
        if (cookie == null || !cookie.isOf(state)) {
            throw notUnderWay();
        }
        return flows.take(hash(cookie.state()), clock.instant()).orElseThrow(OpenIdFlows::notUnderWay);
    }

    /**
     * Remembers for whom the provider has given its word, until they show their second factor (R-AUTH-10).
     *
     * @param flow the sign-in that has come back
     * @return what their browser, or program, shows then
     */
    public String beginSecondStep(User user, OpenIdFlow flow) {
        String token = OpaqueToken.random().text();
        flows.addProved(
                hash(token),
                user.id(),
                flow.replaces(),
                flow.landing(),
                clock.instant().plus(LIFETIME));
        return token;
    }

    /**
     * Who has to show their second factor.
     *
     * @throws Refusal {@code sign-in-failed} when nobody has, or too long ago, or the account was unlinked meanwhile
     */
    public User inSecondStep(@Nullable String token) {
        return Optional.ofNullable(token)
                .flatMap(known -> flows.proved(hash(known), clock.instant()))
                .flatMap(users::byId)
                .filter(User::isLinkedToOpenId)
                .orElseThrow(OpenIdFlows::notUnderWay);
    }

    /**
     * Ends it: what was shown is good for nothing any more.
     *
     * @throws Refusal {@code sign-in-failed} when somebody else was faster
     */
    public void endSecondStep(String token) {
        if (!flows.takeProved(hash(token))) {
            throw notUnderWay();
        }
    }

    private static Refusal notUnderWay() {
        return Refusal.of(
                AccountFact.SIGN_IN_FAILED,
                "R-AUTH-4",
                "This browser did not begin the sign-in, or too long ago, or it is over already. Begin again.");
    }

    private static byte[] hash(String state) {
        return Sha256.of(state);
    }
}
