package health.miadi.shared.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where a request ends on its connection, and whom it is for (RFC 9112, sections 6.3 and 3.2). Where two servers on the way could read that differently, what
 * one takes for a body is the next request to the other, or the one lets through for a host what the other answers for another: such a request is refused, and its
 * connection closed (R-AUTH-14).
 */
public final class Framing {
    private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");
    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}");

    /** A name or an address, and perhaps a port. */
    private static final Pattern HOST =
            Pattern.compile("(?:[A-Za-z0-9._~%!$&'()*+,;=-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(?::\\d{0,5})?");

    private Framing() {}

    /** Whether it says where it ends, or whom it is for, in more ways than one, or in a way that not everybody understands. */
    public static boolean isDoubtful(HttpServletRequest request) {
        List<String> lengths = Collections.list(request.getHeaders("Content-Length"));
        List<String> encodings = Collections.list(request.getHeaders("Transfer-Encoding"));
        return isDoubtful(request.getProtocol(), lengths, encodings)
                || isForNobody(request.getProtocol(), Collections.list(request.getHeaders("Host")))
                || !Collections.list(request.getHeaderNames()).stream()
                        .allMatch(name -> NAME.matcher(name).matches());
    }

    /**
     * Whether its body comes in pieces. Grizzly drops a length that stands before the encoding, so that nobody sees whether there
     * was one: such a request is the last of its connection (RFC 9112, section 6.3), whatever it is answered.
     */
    public static boolean isInPieces(HttpServletRequest request) {
        return request.getHeader("Transfer-Encoding") != null;
    }

    /** Whether these headers name no host, or several (RFC 9112, section 3.2). Before HTTP/1.1 none was needed; after it, none is sent. */
    static boolean isForNobody(String protocol, List<String> hosts) {
        return hosts.isEmpty()
                ? protocol.equals("HTTP/1.1")
                : hosts.size() > 1 || !HOST.matcher(hosts.get(0)).matches();
    }

    static boolean isDoubtful(String protocol, List<String> lengths, List<String> encodings) {
        if (encodings.isEmpty()) {
            return lengths.size() > 1
                    || !lengths.stream()
                            .allMatch(length -> LENGTH.matcher(length).matches());
        }
        return !lengths.isEmpty()
                || encodings.size() > 1
                || !encodings.get(0).equalsIgnoreCase("chunked")
                || protocol.equals("HTTP/1.0");
    }
}
