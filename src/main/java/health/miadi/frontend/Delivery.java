package health.miadi.frontend;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** Sends an {@link Asset} in the form that the browser takes, or tells it that what it has still stands (RFC 9110, 13). */
final class Delivery {
    /** A browser asks again each time, and mostly hears that nothing changed. */
    static final String ASKED_AGAIN = "no-cache";

    /** A year, in seconds: what the address names does not change. */
    static final String FOR_EVER = "public, max-age=31536000, immutable";

    private Delivery() {}

    static void send(HttpServletRequest request, HttpServletResponse response, Asset asset, String caching)
            throws IOException {
        boolean gzip = asset.isCompressible() && accepts(request.getHeaders("Accept-Encoding"));
        String tag = asset.etag(gzip);
        response.setHeader("Cache-Control", caching);
        response.setHeader("ETag", tag);
        if (asset.isCompressible()) {
            response.addHeader("Vary", "Accept-Encoding");
        }
        if (knows(request.getHeaders("If-None-Match"), tag)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        byte[] body = asset.bytes(gzip);
        response.setContentType(asset.type());
        response.setContentLength(body.length);
        if (gzip) {
            response.setHeader("Content-Encoding", "gzip");
        }
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(body);
        }
    }

    /** Whether gzip is named, and not with a weight of nothing. */
    private static boolean accepts(Enumeration<String> encodings) {
        return members(encodings)
                .map(member -> member.toLowerCase(Locale.ROOT).replace(" ", ""))
                .anyMatch(member -> member.matches("(x-)?gzip(;q=(1(\\.0*)?|0\\.0*[1-9]\\d*))?"));
    }

    private static boolean knows(Enumeration<String> tags, String tag) {
        return members(tags)
                .anyMatch(member ->
                        member.equals("*") || member.replaceFirst("^W/", "").equals(tag));
    }

    private static Stream<String> members(Enumeration<String> header) {
        return Collections.list(header).stream()
                .filter(Objects::nonNull)
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip);
    }
}
