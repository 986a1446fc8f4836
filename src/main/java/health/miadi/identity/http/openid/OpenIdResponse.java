package health.miadi.identity.http.openid;

import health.miadi.identity.control.openid.Departure;
import health.miadi.identity.control.openid.FlowCookie;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes note of what the mechanism answers and sends nothing: the resource does, as it does everything else. */
final class OpenIdResponse extends HttpServletResponseWrapper {
    static final String STATE = "oidc.state";
    static final String NONCE = "oidc.nonce";
    static final String ORIGINAL_REQUEST = "oidc.original.request";

    private final Map<String, String> cookies = new HashMap<>();
    private @Nullable URI location;

    OpenIdResponse(HttpServletResponse response) {
        super(response);
    }

    @Override
    public void addCookie(Cookie cookie) {
        if (cookie.getValue() != null) {
            cookies.put(cookie.getName(), cookie.getValue());
        }
    }

    @Override
    public void sendRedirect(String address) {
        location = URI.create(address);
    }

    /**
     * Where the mechanism sends the browser, and by what it will know it again.
     *
     * @throws IllegalStateException when the mechanism did not do its part
     */
    Departure departure() {
        String state = cookies.get(STATE);
        String nonce = cookies.get(NONCE);
        if (location == null || state == null || nonce == null) {
            throw new IllegalStateException("the mechanism began no sign-in");
        }
        return new Departure(location, new FlowCookie(state, nonce));
    }
}
