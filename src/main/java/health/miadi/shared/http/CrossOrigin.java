package health.miadi.shared.http;

import health.miadi.shared.settings.Configured;
import health.miadi.shared.settings.Setting;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which other origins' pages may use the API from a browser (CORS): those that {@code miadi.cors.origins} names, letter by
 * letter, and none by default. Cookies ride along to {@code /auth} only, where the refresh token lives (R-AUTH-7).
 */
@ApplicationScoped
public class CrossOrigin {
    private static final String API = "/api/";
    private static final String COOKIES = "/api/v1/auth/";
    private static final String ORIGIN = "Origin";
    private static final String WANTED_METHOD = "Access-Control-Request-Method";

    /** For how long a browser may remember what it was told, in seconds. */
    private static final String REMEMBERED = "600";

    @Inject
    @Configured(Setting.CORS_ORIGINS)
    Optional<String> configured;

    private Set<String> origins = Set.of();

    @PostConstruct
    void read() {
        origins = Arrays.stream(configured.orElse("").split(","))
                .map(String::strip)
                .filter(origin -> !origin.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether pages of that origin may use the API; false for none, and for {@code null}. */
    public boolean allows(@Nullable String origin) {
        return origin != null && origins.contains(origin);
    }

    /** Tells the browser whether the page that asks may read the answer. */
    void stamp(HttpServletRequest request, HttpServletResponse response) {
        String path = request.getRequestURI();
        if (origins.isEmpty() || !path.startsWith(request.getContextPath() + API)) {
            return;
        }
        response.setHeader("Vary", ORIGIN);
        String origin = request.getHeader(ORIGIN);
        if (!allows(origin)) {
            return;
        }
        response.setHeader("Access-Control-Allow-Origin", origin);
        response.setHeader("Access-Control-Expose-Headers", "ETag, Location, Retry-After, X-Request-Id");
        if (path.startsWith(request.getContextPath() + COOKIES)) {
            response.setHeader("Access-Control-Allow-Credentials", "true");
        }
    }

    /** Answers what a browser asks ahead of a page's request, if that is what this is and the page's origin may ask. */
    boolean answersPreflight(HttpServletRequest request, HttpServletResponse response) {
        boolean answers = request.getMethod().equals("OPTIONS")
                && request.getHeader(WANTED_METHOD) != null
                && response.containsHeader("Access-Control-Allow-Origin");
        if (answers) {
            response.setHeader("Vary", ORIGIN + ", " + WANTED_METHOD + ", Access-Control-Request-Headers");
            response.setHeader("Access-Control-Allow-Methods", "GET, POST, PUT, PATCH, DELETE");
            response.setHeader(
                    "Access-Control-Allow-Headers",
                    "Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, Last-Event-ID, X-CSRF-Token,"
                            + " X-Request-Id");
            response.setHeader("Access-Control-Max-Age", REMEMBERED);
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        }
        return answers;
    }
}
