package health.miadi.identity.http.openid;

import health.miadi.identity.control.openid.OpenIdFlows;
import health.miadi.shared.http.Cookies;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** What a browser has between the provider's word for its user and the second factor that is asked for here: no script reads it, and no other site's request brings it along. */
public final class SecondStepCookie {
    private static final String NAME = "__Host-miadi-second-step";
    private static final String ATTRIBUTES = "; Path=/; Secure; HttpOnly; SameSite=Strict";

    private SecondStepCookie() {}

    /** What came with the request. */
    public static Optional<String> of(HttpServletRequest request) {
        return Cookies.named(NAME, request).stream().findFirst();
    }

    /** The header {@code Set-Cookie} that gives it to the browser. */
    public static String set(String token) {
        return NAME + "=" + token + "; Max-Age=" + OpenIdFlows.LIFETIME.toSeconds() + ATTRIBUTES;
    }

    /** The header {@code Set-Cookie} that takes it away. */
    public static String clear() {
        return NAME + "=; Max-Age=0" + ATTRIBUTES;
    }
}
