package health.miadi.identity.http;

import health.miadi.identity.control.VerifiedToken;
import health.miadi.identity.entity.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

/** Who makes the current request, as its verified access token says. */
@RequestScoped
public class CurrentCaller {
    @Inject
    HttpServletRequest request;

    /** Who makes this request; only where a role was required before. */
    public Caller get() {
        return token().caller();
    }

    /** Whether an access token came with this request. */
    public boolean isSignedIn() {
        return request.getAttribute(VerifiedToken.ATTRIBUTE) instanceof VerifiedToken;
    }

    /**
     * The token that this request came with.
     *
     * @throws IllegalStateException when it came without one
     */
    public VerifiedToken token() {
        if (request.getAttribute(VerifiedToken.ATTRIBUTE) instanceof VerifiedToken token) {
            return token;
        }
        throw new IllegalStateException("nobody is signed in");
    }
}
