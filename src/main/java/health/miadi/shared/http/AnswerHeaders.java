package health.miadi.shared.http;

import health.miadi.shared.settings.Configured;
import health.miadi.shared.settings.Setting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The headers that every answer has: the request's id, the server's time, what a browser may do with the answer, and which other origins may
 * read it.
 */
@ApplicationScoped
public class AnswerHeaders {
    /** Pages load from here and from nowhere else, run no script and no style that stands in them, and are framed by nobody. */
    private static final String CONTENT = contentPolicy(List.of(), List.of());

    private static final Map<String, String> ALWAYS = Map.of(
            "Content-Security-Policy", CONTENT,
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Permissions-Policy", "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
            "Referrer-Policy", "no-referrer",
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY");

    /** A year, in seconds, for this host and those below it: one of them in clear could plant cookies here. */
    private static final String ENCRYPTED_ONLY = "max-age=31536000; includeSubDomains";

    @Inject
    Clock clock;

    @Inject
    CrossOrigin origins;

    @Inject
    @Configured(Setting.PUBLIC_URL)
    Optional<String> publicUrl;

    /**
     * The policy of a page in which something does stand.
     *
     * @param scripts what else than files of our own may run: hashes of text in the page ({@code 'sha256-…'})
     * @param styles the same for styles
     */
    public static String contentPolicy(List<String> scripts, List<String> styles) {
        return "default-src 'none'; script-src " + ours(scripts) + "; style-src " + ours(styles)
                + "; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self';"
                + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    }

    private static String ours(List<String> others) {
        return Stream.concat(Stream.of("'self'"), others.stream()).collect(Collectors.joining(" "));
    }

    /** Sets them; a resource may still set another value. */
    public void stamp(HttpServletRequest request, HttpServletResponse response) {
        RequestId.stamp(request, response);
        ALWAYS.forEach(response::setHeader);
        // RFC 9110, 6.6.1; by it a browser whose own clock is wrong knows how long something lasts
        response.setDateHeader("Date", clock.instant().toEpochMilli());
        if (isBehindTls(request)) {
            response.setHeader("Strict-Transport-Security", ENCRYPTED_ONLY);
        }
        origins.stamp(request, response);
    }

    /** A proxy's word is enough: whoever makes it up gets the header and nobody else does. */
    private boolean isBehindTls(HttpServletRequest request) {
        return request.isSecure()
                || isEncrypted(publicUrl.orElse("").strip() + ":")
                || isEncrypted(Objects.toString(request.getHeader("X-Forwarded-Proto"), "") + ":");
    }

    private static boolean isEncrypted(String scheme) {
        return scheme.toLowerCase(Locale.ROOT).startsWith("https:");
    }
}
