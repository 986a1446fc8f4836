package health.miadi.identity.boundary;

import health.miadi.identity.control.SecondFactors;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether the caller has an authenticator app (R-AUTH-10).
 *
 * @param since when it was set up, null without one
 * @param recoveryCodesLeft how many of ten recovery codes were not used yet
 */
public record AuthenticatorAppResponse(@Nullable Instant since, int recoveryCodesLeft) {
    static AuthenticatorAppResponse from(SecondFactors.Status status) {
        return new AuthenticatorAppResponse(status.appSince(), status.recoveryCodesLeft());
    }
}
