package health.miadi.identity.control.openid;

import java.net.URI;

/**
 * A browser that leaves for the provider.
 *
 * @param location of the provider's page
 * @param cookie what the browser takes along
 */
public record Departure(URI location, FlowCookie cookie) {
    /** Says nothing of the secrets in its address. */
    @Override
    public String toString() {
        return "Departure";
    }
}
