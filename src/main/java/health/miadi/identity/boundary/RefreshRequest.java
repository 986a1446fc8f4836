package health.miadi.identity.boundary;

import health.miadi.shared.validation.AsGiven;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A refresh token that a client kept itself.
 *
 * @param refreshToken from the last answer that had one; a browser leaves it out and sends its cookie
 */
public record RefreshRequest(
        @Schema(maxLength = 512) @AsGiven @Nullable String refreshToken) {
    /** Says nothing of the token. */
    @Override
    public String toString() {
        return "RefreshRequest";
    }
}
