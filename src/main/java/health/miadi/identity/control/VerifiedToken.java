package health.miadi.identity.control;

import health.miadi.identity.entity.Caller;
import java.time.Instant;
import java.util.UUID;

/**
 * An access token that was found right (R-AUTH-2).
 *
 * @param id its own ({@code jti})
 * @param session that it belongs to ({@code sid})
 * @param lacksSecondFactor whether it is good for nothing but setting a second factor up ({@code lacks}, R-AUTH-10)
 * @param keyId of the key that signed it
 * @param notBefore from when it is valid
 * @param expiresAt until when, exclusive
 */
public record VerifiedToken(
        Caller caller,
        String id,
        UUID session,
        boolean lacksSecondFactor,
        String keyId,
        Instant notBefore,
        Instant expiresAt) {
    /** The request attribute under which the token of a request is kept. */
    public static final String ATTRIBUTE = VerifiedToken.class.getName();

    /** Whether it is valid at that instant, when clocks may differ by so many seconds. */
    boolean isValidAt(Instant now, int skewSeconds) {
        return now.isBefore(expiresAt.plusSeconds(skewSeconds)) && !now.isBefore(notBefore.minusSeconds(skewSeconds));
    }

    /** The token's id, which opens nothing. */
    @Override
    public String toString() {
        return "VerifiedToken " + id;
    }
}
