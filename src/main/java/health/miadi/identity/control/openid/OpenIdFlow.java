package health.miadi.identity.control.openid;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in for which a browser was sent to the provider.
 *
 * @param linking who links an account at the provider to their own; null for a sign-in
 * @param replaces the session that the browser has, and that ends when the sign-in succeeds (R-AUTH-3); null when it has none. The
 *     provider's page brings the browser back without its cookie
 * @param landing where the browser lands in the end
 */
public record OpenIdFlow(
        @Nullable Linking linking, @Nullable UUID replaces, Landing landing) {
    /**
     * Somebody who is signed in already.
     *
     * @param sessionId in which they are
     */
    public record Linking(UUID userId, UUID sessionId) {}
}
