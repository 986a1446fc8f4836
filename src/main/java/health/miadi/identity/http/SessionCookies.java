package health.miadi.identity.http;

import health.miadi.identity.control.SessionRenewal;
import health.miadi.identity.control.TokenResponse;
import health.miadi.shared.http.Cookies;
import health.miadi.shared.refusal.CommonFact;
import health.miadi.shared.refusal.Refusal;
import health.miadi.shared.settings.Configured;
import health.miadi.shared.settings.Setting;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The two cookies of a browser's session (R-AUTH-7). One carries the refresh token, out of the reach of scripts. The other lets
 * the clinic's own pages read the CSRF token again after a reload; the server never looks at it. Their prefix {@code __Host-}
 * (RFC 6265bis, section 4.1.3.2) keeps other hosts of the same domain from planting either.
 *
 * <p>Browsers may still have a session of the time when the prefix was {@code __Secure-}: its cookie is taken where there is no
 * other, and each answer with new ones takes it back.
 */
@ApplicationScoped
public class SessionCookies {
    /** Carries the refresh token. Browsers take a name with this prefix from this host alone, encrypted, for all of its paths. */
    public static final String REFRESH = "__Host-miadi-refresh";
    /** Carries the CSRF token. */
    public static final String CSRF = "__Host-miadi-csrf";

    private static final String FORMER_REFRESH = "__Secure-miadi-refresh";
    private static final String FORMER_CSRF = "__Secure-miadi-csrf";
    private static final String REFRESH_TERMS = "; Path=/; Secure; HttpOnly; SameSite=Strict";
    private static final String CSRF_TERMS = "; Path=/; Secure; SameSite=Strict";
    private static final String OVER = "; Max-Age=0";
    private static final List<String> FORMER_GONE = List.of(
            FORMER_REFRESH + "=; Path=/api/v1/auth; Secure; HttpOnly; SameSite=Strict" + OVER,
            FORMER_CSRF + "=" + CSRF_TERMS + OVER);

    @Inject
    @Configured(Setting.SESSION_REFRESH_DAYS)
    int refreshDays;

    @EJB
    SessionRenewal renewal;

    @Inject
    HttpServletRequest request;

    /** Finishes the answer that hands tokens out: a browser's refresh token goes into its cookie, not into the body. */
    public Response answer(Response.ResponseBuilder answer, TokenResponse tokens) {
        of(tokens).forEach(cookie -> answer.header(HttpHeaders.SET_COOKIE, cookie));
        return answer.entity(tokens.csrfToken() == null ? tokens : tokens.withoutRefreshToken())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** The same for a sign-in, which in a browser ends the session that it replaces (finding L1). */
    public Response opened(Response.ResponseBuilder answer, TokenResponse tokens) {
        if (tokens.csrfToken() != null) {
            renewal.endReplaced(refreshTokens(request));
        }
        return answer(answer, tokens);
    }

    /** The values of {@code Set-Cookie} for these tokens; none when they are no browser's, or it has its cookies already. */
    public List<String> of(TokenResponse tokens) {
        String lifetime = "; Max-Age=" + Duration.ofDays(refreshDays).toSeconds();
        return tokens.csrfToken() == null || tokens.refreshToken() == null
                ? List.of()
                : with(
                        REFRESH + "=" + tokens.refreshToken() + REFRESH_TERMS + lifetime,
                        CSRF + "=" + tokens.csrfToken() + CSRF_TERMS + lifetime);
    }

    /** The values of {@code Set-Cookie} that take both back. */
    public List<String> gone() {
        return with(REFRESH + "=" + REFRESH_TERMS + OVER, CSRF + "=" + CSRF_TERMS + OVER);
    }

    private static List<String> with(String... cookies) {
        return Stream.concat(Stream.of(cookies), FORMER_GONE.stream()).toList();
    }

    /**
     * The refresh token that a browser sent along.
     *
     * @throws Refusal {@code unauthenticated} when it sent two: one of them is not ours
     */
    public static @Nullable String refreshToken(HttpServletRequest request) {
        List<String> sent = refreshTokens(request);
        if (sent.size() > 1) {
            throw Refusal.of(CommonFact.UNAUTHENTICATED, "R-AUTH-7", "There are two session cookies. Sign in again.");
        }
        return sent.isEmpty() ? null : sent.get(0);
    }

    /** All that a browser sent along by that name, or else by the former one. */
    public static List<String> refreshTokens(HttpServletRequest request) {
        List<String> sent = Cookies.named(REFRESH, request);
        return sent.isEmpty() ? Cookies.named(FORMER_REFRESH, request) : sent;
    }
}
