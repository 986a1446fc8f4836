package health.miadi.shared.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The id by which a request is found in the log: the caller's own where it is sane, a fresh one otherwise. Two requests can have
 * the same of a caller; beside it each has one of this server's, which no other has.
 */
public final class RequestId {
    /** The header that carries it, both ways. */
    public static final String HEADER = "X-Request-Id";

    private static final String ATTRIBUTE = RequestId.class.getName();
    private static final String OWN_ATTRIBUTE = ATTRIBUTE + ".own";
    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._:/+=-]{1,100}");

    private RequestId() {}

    /** Gives the request its id, unless it has one, and the answer the header that tells it. */
    static void stamp(HttpServletRequest request, HttpServletResponse response) {
        if (request.getAttribute(ATTRIBUTE) == null) {
            String own = UUID.randomUUID().toString();
            request.setAttribute(OWN_ATTRIBUTE, own);
            request.setAttribute(ATTRIBUTE, choose(request.getHeader(HEADER), own));
        }
        response.setHeader(HEADER, of(request));
    }

    static String choose(@Nullable String offered, String own) {
        return offered != null && SANE.matcher(offered).matches() ? offered : own;
    }

    /** The id of this request; {@code -} where the request never passed the filter. */
    public static String of(HttpServletRequest request) {
        return Objects.toString(request.getAttribute(ATTRIBUTE), "-");
    }

    /** The one that this server gave the request; {@code -} where the request never passed the filter. */
    public static String ownOf(HttpServletRequest request) {
        return Objects.toString(request.getAttribute(OWN_ATTRIBUTE), "-");
    }
}
