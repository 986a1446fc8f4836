package health.miadi.identity.control;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which pages may ask for passkeys, and by what name of the clinic's (R-AUTH-18). */
public final class PasskeyOrigins {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private PasskeyOrigins() {}

    /**
     * The place that these settings and that header say.
     *
     * @param publicUrl null where it is not set: the host that the request was sent to counts, encrypted unless it is this machine
     * @param rpId null where it is not set: the host counts
     */
    public static PasskeySite site(
            @Nullable String publicUrl, @Nullable String rpId, String host, @Nullable String browser) {
        if (publicUrl != null) {
            String origin = WebOrigin.of(publicUrl.strip());
            return new PasskeySite(Set.of(origin), rpId == null ? hostOf(origin) : rpId.strip(), browser);
        }
        String asked = host.toLowerCase(Locale.ROOT);
        String name = hostOf("https://" + asked);
        Set<String> origins = THIS_MACHINE.contains(name)
                ? Set.of(origin("https://" + asked), origin("http://" + asked))
                : Set.of(origin("https://" + asked));
        return new PasskeySite(origins, rpId == null ? name : rpId.strip(), browser);
    }

    private static String origin(String url) {
        try {
            return WebOrigin.of(url);
        } catch (IllegalArgumentException noHost) {
            return "https://invalid";
        }
    }

    private static String hostOf(String url) {
        try {
            String host = URI.create(url).getHost();
            return host == null ? "invalid" : host;
        } catch (IllegalArgumentException noHost) {
            return "invalid";
        }
    }
}
