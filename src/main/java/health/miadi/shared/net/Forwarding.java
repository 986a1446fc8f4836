package health.miadi.shared.net;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the proxies on the way say of a request. They speak HTTP/1.1 to a node: a connection that a client has turned into HTTP/2 runs
 * through them as a tunnel, and what it says of its client is the client's own choice.
 */
public final class Forwarding {
    private Forwarding() {}

    /** The values of {@code X-Forwarded-For}, in order; none in a tunnel. */
    public static List<String> addresses(HttpServletRequest request) {
        return isTunnelled(request) ? List.of() : Collections.list(request.getHeaders("X-Forwarded-For"));
    }

    /** Whether the peer may have passed it on for somebody else. */
    public static boolean isForwarded(HttpServletRequest request) {
        return isTunnelled(request)
                || Stream.of("Forwarded", "X-Forwarded-For", "Via")
                        .anyMatch(header -> request.getHeader(header) != null);
    }

    private static boolean isTunnelled(HttpServletRequest request) {
        return request.getProtocol().startsWith("HTTP/2");
    }
}
