package health.miadi.identity.control;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody shows a passkey (R-AUTH-18).
 *
 * @param origins of the pages that may ask for it
 * @param rpId the name that passkeys are made for here: the host of these pages, or a domain above it
 * @param browser what only the browser has that asks, null when it has nothing yet
 */
public record PasskeySite(
        Set<String> origins, String rpId, @Nullable String browser) {
    /** Nothing of it. */
    @Override
    public String toString() {
        return "PasskeySite";
    }
}
