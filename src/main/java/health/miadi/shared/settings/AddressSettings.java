package health.miadi.shared.settings;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/** The addresses that configuration can change. What crosses a network is encrypted: plain HTTP stays on this machine. */
final class AddressSettings {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private AddressSettings() {}

    /** A sentence for each that is no address of its kind. */
    static List<String> faults(Config config) {
        List<String> faults = Stream.of("miadi.openid.provider-uri", "miadi.public-url")
                .filter(name -> !isFit(value(config, name)))
                .map(name -> RequiredSettings.variable(name) + " must be an https:// address")
                .collect(Collectors.toCollection(ArrayList::new));
        if (faults.isEmpty() && !isNameOf(value(config, "miadi.webauthn.rp-id"), value(config, "miadi.public-url"))) {
            faults.add("MIADI_WEBAUTHN_RP_ID must be the host of MIADI_PUBLIC_URL, or a domain above it");
        }
        return faults;
    }

    private static String value(Config config, String name) {
        return config.getOptionalValue(name, String.class).orElse("").strip();
    }

    /** Whether browsers make passkeys by that name on pages of that address (R-AUTH-18). */
    static boolean isNameOf(String rpId, String publicUrl) {
        if (rpId.isEmpty()) {
            return true;
        }
        String host = publicUrl.isEmpty() ? "" : URI.create(publicUrl).getHost();
        return rpId.contains(".") && host.endsWith("." + rpId) || host.equals(rpId);
    }

    static boolean isFit(String address) {
        if (address.isEmpty()) {
            return true;
        }
        try {
            URI uri = URI.create(address);
            boolean whole = uri.getHost() != null && uri.getRawQuery() == null && uri.getRawFragment() == null;
            return whole
                    && uri.getRawUserInfo() == null
                    && ("https".equals(uri.getScheme())
                            || ("http".equals(uri.getScheme()) && THIS_MACHINE.contains(uri.getHost())));
        } catch (IllegalArgumentException broken) {
            return false;
        }
    }
}
