package health.miadi.shared.settings;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/** The addresses that configuration can change. What crosses a network is encrypted: plain HTTP stays on this machine. */
final class AddressSettings {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private AddressSettings() {}

    /** A sentence for each that is no address of its kind. */
    static List<String> faults(Config config) {
        return Stream.of("miadi.openid.provider-uri", "miadi.public-url")
                .filter(name -> !isFit(
                        config.getOptionalValue(name, String.class).orElse("").strip()))
                .map(name -> RequiredSettings.variable(name) + " must be an https:// address")
                .toList();
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
