package health.miadi.identity.control.openid;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** What a browser has between the provider's word for its user and the second factor that is asked for here: no script reads it, and no other site's request brings it along. */
public final class SecondStepCookie {
    private static final String NAME = "__Host-miadi-second-step";
    private static final String ATTRIBUTES = "; Path=/; Secure; HttpOnly; SameSite=Strict";

    private SecondStepCookie() {}

    /** What came with the request. */
    public static Optional<String> of(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return (cookies == null ? Stream.<Cookie>empty() : Arrays.stream(cookies))
                .filter(cookie -> NAME.equals(cookie.getName()))
                .map(Cookie::getValue)
                .findFirst();
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
