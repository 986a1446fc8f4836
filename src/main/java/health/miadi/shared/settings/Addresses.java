package health.miadi.shared.settings;

import java.net.URI;
import java.util.Set;

/** The addresses that configuration can change. What crosses a network is encrypted: plain HTTP stays on this machine. */
final class Addresses {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private Addresses() {}

    /** Whether browsers make passkeys by that name on pages of that address (R-AUTH-18). */
    static boolean isNameOf(String rpId, String publicUrl) {
        if (rpId.isEmpty()) {
            return true;
        }
        String host = publicUrl.isEmpty() ? "" : URI.create(publicUrl).getHost();
        return rpId.contains(".") && host.endsWith("." + rpId) || host.equals(rpId);
    }

    static boolean isFit(String address) {
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
