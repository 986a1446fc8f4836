package health.miadi.shared.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The id by which a request is found in the log: the caller's own where it is sane, a fresh one otherwise. */
public final class RequestId {
    /** The header that carries it, both ways. */
    public static final String HEADER = "X-Request-Id";

    private static final String ATTRIBUTE = RequestId.class.getName();
    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._:/+=-]{1,100}");

    private RequestId() {}

    /** Gives the request its id, unless it has one, and the answer the header that tells it. */
    static void stamp(HttpServletRequest request, HttpServletResponse response) {
        if (request.getAttribute(ATTRIBUTE) == null) {
            request.setAttribute(ATTRIBUTE, choose(request.getHeader(HEADER)));
        }
        response.setHeader(HEADER, of(request));
    }

    static String choose(@Nullable String offered) {
        return offered != null && SANE.matcher(offered).matches()
                ? offered
                : UUID.randomUUID().toString();
    }

    /** The id of this request; {@code -} where the request never passed the filter. */
    public static String of(HttpServletRequest request) {
        return Objects.toString(request.getAttribute(ATTRIBUTE), "-");
    }
}
