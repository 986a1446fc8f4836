package health.miadi.shared.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** The cookies that came with a request. */
public final class Cookies {
    private Cookies() {}

    /** The values of all by that name: a planted one comes beside ours. */
    public static List<String> named(String name, HttpServletRequest request) {
        // not by getCookies(): WildFly's shows one of several of the same name
        return Collections.list(request.getHeaders(HttpHeaders.COOKIE)).stream()
                .flatMap(header -> Arrays.stream(header.split(";")))
                .map(String::strip)
                .filter(cookie -> cookie.startsWith(name + "="))
                .map(cookie -> cookie.substring(name.length() + 1))
                .toList();
    }
}
