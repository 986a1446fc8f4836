package health.miadi.identity.http.openid;

import health.miadi.identity.control.openid.Departure;
import health.miadi.identity.control.openid.FlowCookie;
import health.miadi.identity.control.openid.OpenIdIdentity;
import health.miadi.identity.control.openid.OpenIdSettings;
import health.miadi.shared.refusal.Causes;
import health.miadi.shared.refusal.CommonFact;
import health.miadi.shared.refusal.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.json.JsonException;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.identitystore.openid.OpenIdContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.ws.rs.ProcessingException;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The platform's OpenID mechanism, asked to begin and to end a sign-in. What it would keep in the server's HTTP session
 * rides in {@link FlowCookie} instead; the session that it opens for its own bookkeeping ends with the request.
 */
@ApplicationScoped
public class OpenIdMechanism {
    private static final Logger LOG = Logger.getLogger(OpenIdMechanism.class.getName());

    /** How many requests may wait for the provider, which may be slow: the others get their answers. */
    private static final int MOST_AT_ONCE = 32;

    private final Semaphore room = new Semaphore(MOST_AT_ONCE);

    @Inject
    BeanManager beans;

    @Inject
    OpenIdContext context;

    @Inject
    OpenIdSettings settings;

    private volatile @Nullable HttpAuthenticationMechanism found;
    private volatile boolean providerKnown;

    /** Whether that is the platform's OpenID mechanism. */
    public static boolean is(Bean<?> bean) {
        return bean.toString().contains("OpenIdAuthenticationMechanism")
                || (bean instanceof jakarta.enterprise.inject.spi.PassivationCapable known
                        && known.getId().contains("OpenIdAuthenticationMechanism"));
    }

    /**
     * Sends a browser to the provider.
     *
     * @throws Refusal {@code unavailable} when the provider cannot be reached
     */
    public Departure depart(HttpServletRequest request, HttpServletResponse response) {
        OpenIdResponse noted = new OpenIdResponse(response);
        try {
            ask(new OpenIdRequest(request, null, settings.publicAddress()), noted);
            return noted.departure();
        } catch (AuthenticationException | RuntimeException thrown) {
            throw thrown instanceof Refusal refusal ? refusal : unavailable(thrown);
        }
    }

    /**
     * Asks the provider who came back.
     *
     * @throws Refusal {@code sign-in-failed} when it does not say so convincingly, {@code email-not-verified},
     *     {@code unavailable} when it cannot be reached
     */
    public OpenIdIdentity arrive(HttpServletRequest request, HttpServletResponse response, FlowCookie cookie) {
        endSession(request);
        try {
            AuthenticationStatus status =
                    ask(new OpenIdRequest(request, cookie, settings.publicAddress()), new OpenIdResponse(response));
            if (status != AuthenticationStatus.SUCCESS) {
                throw OpenIdIdentity.failed("The provider did not confirm the sign-in.");
            }
            return OpenIdIdentity.of(context.getIdentityToken(), context.getClaimsJson());
        } catch (AuthenticationException | RuntimeException thrown) {
            throw refusal(thrown);
        } finally {
            endSession(request);
        }
    }

    private AuthenticationStatus ask(HttpServletRequest request, HttpServletResponse response)
            throws AuthenticationException {
        if (!room.tryAcquire()) {
            throw Refusal.of(CommonFact.UNAVAILABLE, "Too many sign in at once. Try again.");
        }
        try {
            return providerKnown ? validate(request, response) : validateFirst(request, response);
        } finally {
            room.release();
        }
    }

    /** The mechanism looks for the provider when it is used first, and does not expect two to be first. */
    private synchronized AuthenticationStatus validateFirst(HttpServletRequest request, HttpServletResponse response)
            throws AuthenticationException {
        AuthenticationStatus status = validate(request, response);
        providerKnown = true;
        return status;
    }

    private AuthenticationStatus validate(HttpServletRequest request, HttpServletResponse response)
            throws AuthenticationException {
        return mechanism().validateRequest(request, response, new OpenIdMessageContext(request, response));
    }

    private HttpAuthenticationMechanism mechanism() {
        HttpAuthenticationMechanism known = found;
        if (known == null) {
            Bean<?> bean = beans.getBeans(HttpAuthenticationMechanism.class, Any.Literal.INSTANCE).stream()
                    .filter(OpenIdMechanism::is)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("the platform has no OpenID mechanism"));
            known = (HttpAuthenticationMechanism)
                    beans.getReference(bean, HttpAuthenticationMechanism.class, beans.createCreationalContext(bean));
            found = known;
        }
        return known;
    }

    private static void endSession(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    private static Refusal refusal(Exception thrown) {
        if (thrown instanceof Refusal refusal) {
            return refusal;
        }
        boolean unreachable = Causes.of(thrown)
                .anyMatch(cause -> cause instanceof IOException
                        || cause instanceof ProcessingException
                        || cause instanceof JsonException);
        if (unreachable) {
            return unavailable(thrown);
        }
        log("The OpenID provider's answer was not accepted", thrown);
        return OpenIdIdentity.failed("What the provider answered cannot be trusted.");
    }

    private static Refusal unavailable(Exception thrown) {
        log("The OpenID provider does not answer as it should", thrown);
        return Refusal.of(CommonFact.UNAVAILABLE, "R-AUTH-4", "The sign-in provider does not answer. Try again.");
    }

    /** The names of the exceptions, and none of their messages: these quote tokens. */
    private static void log(String what, Exception thrown) {
        String causes = Causes.of(thrown)
                .map(cause -> cause.getClass().getSimpleName())
                .reduce((first, next) -> first + " < " + next)
                .orElse("");
        LOG.log(Level.WARNING, "{0}: {1}", new Object[] {what, causes});
    }
}
