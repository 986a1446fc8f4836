package health.miadi.shared.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Requests that are the last of their connection (R-AUTH-14; RFC 9112, section 9.6). What comes after such a one may be a part of it
 * that somebody took for a request: it is not followed. Payara closes the connection, but carries out first what had arrived on
 * it, though nobody hears the answer any more.
 */
public final class LastRequests {
    /** Many more than a server closes while what had arrived on the first of them waits. */
    private static final int REMEMBERED = 10_000;

    private static final Set<String> OVER =
            Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>() {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                    return size() > REMEMBERED;
                }
            }));

    private LastRequests() {}

    /** Says with the answer that the connection closes, and lets nothing be followed that comes on it afterwards. */
    public static void close(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Connection", "close");
        if (isAlone(request)) {
            OVER.add(request.getServletConnection().getConnectionId());
        }
    }

    /** Whether the last request of its connection came before it. */
    public static boolean isOver(HttpServletRequest request) {
        return !OVER.isEmpty()
                && isAlone(request)
                && OVER.contains(request.getServletConnection().getConnectionId());
    }

    /** Whether its connection carries one request after the other, so that there is a last one. */
    private static boolean isAlone(HttpServletRequest request) {
        return request.getProtocol().startsWith("HTTP/1.");
    }
}
