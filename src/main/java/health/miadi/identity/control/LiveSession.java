package health.miadi.identity.control;

import java.time.Instant;
import java.util.UUID;

/**
 * A session that goes on, as its owner sees it (R-AUTH-11).
 *
 * @param usedAt when it was opened or last renewed: an access token is not counted each time
 * @param isBrowsers whether it is kept in a cookie
 */
public record LiveSession(
        UUID id, Instant openedAt, Instant usedAt, Instant expiresAt, boolean isBrowsers, SessionClient client) {
    /** The id, and nothing of where. */
    @Override
    public String toString() {
        return "LiveSession " + id;
    }
}
