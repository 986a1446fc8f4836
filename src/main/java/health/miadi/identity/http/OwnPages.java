package health.miadi.identity.http;

import health.miadi.identity.control.WebOrigin;
import health.miadi.shared.http.CrossOrigin;
import health.miadi.shared.refusal.CommonFact;
import health.miadi.shared.refusal.Refusal;
import health.miadi.shared.settings.Configured;
import health.miadi.shared.settings.Setting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The pages that a browser's session may be used from (R-AUTH-7): those of {@code miadi.public-url}, or, where that is not
 * set, those of the host that the request was sent to; and those that CORS lets in. What proxies say of
 * themselves ({@code X-Forwarded-Host}) is not believed: anybody can say it.
 */
@ApplicationScoped
public class OwnPages {
    @Inject
    @Configured(Setting.PUBLIC_URL)
    Optional<String> publicUrl;

    @Inject
    CrossOrigin others;

    /**
     * Checks that a request comes from one of these pages.
     *
     * @throws Refusal {@code forbidden} when it does not, or does not say where it comes from, as every browser does
     */
    public void require(HttpServletRequest request) {
        List<String> origins = Collections.list(request.getHeaders("Origin"));
        String host = Optional.ofNullable(request.getHeader("Host")).orElse("");
        if (origins.size() != 1 || !areOurs(origins.get(0), host)) {
            throw Refusal.of(
                    CommonFact.FORBIDDEN,
                    "R-AUTH-7",
                    "A session in a cookie can be used from the clinic's own pages only; Origin must name them.");
        }
    }

    /**
     * Whether a sign-in is to open a browser's session, which others' pages may not ask for: nobody is signed in to
     * somebody else's account by a page that they look at.
     *
     * @throws Refusal {@code forbidden} when another's page asks
     */
    public boolean wantCookie(HttpServletRequest request, @Nullable Boolean cookie) {
        boolean wanted = Boolean.TRUE.equals(cookie);
        if (wanted) {
            require(request);
        }
        return wanted;
    }

    private boolean areOurs(String origin, String host) {
        return contain(origin, host) || others.allows(origin);
    }

    boolean contain(String origin, String host) {
        return publicUrl.map(url -> WebOrigin.of(url).equals(origin)).orElseGet(() -> isOf(host, origin));
    }

    /** The scheme does not matter: behind a proxy that ends TLS the server does not know its own. */
    private static boolean isOf(String host, String origin) {
        return !host.isEmpty()
                && (origin.equalsIgnoreCase("http://" + host) || origin.equalsIgnoreCase("https://" + host));
    }
}
