package health.miadi.identity.boundary;

import health.miadi.identity.control.FactorRemoval;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * That an admin has asked for the removal of an account's second factor (R-AUTH-19).
 *
 * @param askedBy the admin's account
 * @param reason how the admin found out who asks
 * @param expiresAt from when on it is forgotten
 * @param aloneFrom from when on it can be carried out where no other admin could confirm it
 */
@Schema(name = "FactorRemoval")
public record FactorRemovalResponse(
        UUID askedBy, String reason, Instant askedAt, Instant expiresAt, Instant aloneFrom) {
    static @Nullable FactorRemovalResponse from(@Nullable FactorRemoval removal, Duration pause) {
        return removal == null
                ? null
                : new FactorRemovalResponse(
                        removal.askedBy(),
                        removal.reason(),
                        removal.askedAt(),
                        removal.expiresAt(),
                        removal.aloneFrom(pause));
    }

    /** Nothing of the reason. */
    @Override
    public String toString() {
        return "FactorRemovalResponse";
    }
}
