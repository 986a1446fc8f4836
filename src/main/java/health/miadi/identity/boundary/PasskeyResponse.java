package health.miadi.identity.boundary;

import health.miadi.identity.control.Passkey;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A passkey of the caller's account (R-AUTH-18).
 *
 * @param name as the caller calls it
 * @param usedAt when somebody signed in with it last, null if never
 * @param backedUp whether a password manager keeps it, so that it is not lost with the device
 * @param rpId the name of the clinic's address that it was made for: it works there and nowhere else
 */
public record PasskeyResponse(
        UUID id, String name, Instant createdAt, @Nullable Instant usedAt, boolean backedUp, String rpId) {
    static PasskeyResponse from(Passkey passkey) {
        return new PasskeyResponse(
                passkey.id(),
                passkey.name(),
                passkey.createdAt(),
                passkey.usedAt(),
                passkey.backedUp(),
                passkey.rpId());
    }

    /** The id alone. */
    @Override
    public String toString() {
        return "PasskeyResponse " + id;
    }
}
