package health.miadi.identity.boundary;

import health.miadi.identity.control.LiveSession;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A session of the caller's that goes on.
 *
 * @param createdAt when the caller signed in
 * @param usedAt when it was opened or last renewed: up to an access token's life before it was last used
 * @param browser whether it is kept in a browser's cookie
 * @param program with which it was last renewed, Firefox for example; null when it does not say
 * @param system that the program runs on, Android for example; null when it does not say
 * @param network from where it was last renewed, the first 24 bits of an IPv4 and the first 48 of an IPv6 address
 * @param current whether this request belongs to it
 */
public record SessionResponse(
        UUID id,
        Instant createdAt,
        Instant usedAt,
        Instant expiresAt,
        boolean browser,
        @Nullable String program,
        @Nullable String system,
        @Nullable String network,
        boolean current) {
    static SessionResponse from(LiveSession session, UUID current) {
        return new SessionResponse(
                session.id(),
                session.openedAt(),
                session.usedAt(),
                session.expiresAt(),
                session.isBrowsers(),
                session.client().program(),
                session.client().system(),
                session.client().network(),
                session.id().equals(current));
    }

    /** The id, and nothing of where. */
    @Override
    public String toString() {
        return "SessionResponse " + id;
    }
}
