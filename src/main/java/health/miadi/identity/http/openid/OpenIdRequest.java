package health.miadi.identity.http.openid;

import health.miadi.identity.control.openid.FlowCookie;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.security.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request as the mechanism is to see it: at the address that browsers know, by nobody yet, and with the cookies that the
 * mechanism set when the sign-in began, of which the browser keeps one of ours instead.
 */
final class OpenIdRequest extends HttpServletRequestWrapper {
    private final @Nullable FlowCookie cookie;
    private final Optional<String> publicAddress;

    /** @param cookie null where a sign-in begins; what the request asks for is none of the mechanism's business then */
    OpenIdRequest(HttpServletRequest request, @Nullable FlowCookie cookie, Optional<String> publicAddress) {
        super(request);
        this.cookie = cookie;
        this.publicAddress = publicAddress;
    }

    @Override
    public StringBuffer getRequestURL() {
        return publicAddress
                .map(address -> new StringBuffer(address).append(getRequestURI()))
                .orElseGet(super::getRequestURL);
    }

    @Override
    public @Nullable String getParameter(String name) {
        return cookie == null ? null : super.getParameter(name);
    }

    @Override
    public Cookie[] getCookies() {
        return cookie == null
                ? new Cookie[0]
                : new Cookie[] {
                    new Cookie(OpenIdResponse.STATE, cookie.state()),
                    new Cookie(OpenIdResponse.NONCE, cookie.nonce()),
                    // the mechanism fails without it and has no use for its value
                    new Cookie(OpenIdResponse.ORIGINAL_REQUEST, "/")
                };
    }

    @Override
    public @Nullable Principal getUserPrincipal() {
        return null;
    }
}
