package health.miadi.identity.control;

import java.net.URI;
import java.util.Locale;

/** Origins of pages (RFC 6454). */
public final class WebOrigin {
    private WebOrigin() {}

    /** The origin of a URL, as browsers write it. */
    public static String of(String url) {
        URI uri = URI.create(url.toLowerCase(Locale.ROOT));
        boolean usual = uri.getPort() < 0
                || (uri.getPort() == 443 && "https".equals(uri.getScheme()))
                || (uri.getPort() == 80 && "http".equals(uri.getScheme()));
        return uri.getScheme() + "://" + uri.getHost() + (usual ? "" : ":" + uri.getPort());
    }
}
