package health.miadi.identity.boundary;

import health.miadi.identity.control.IssuedCode;
import java.time.Instant;

/**
 * A one-time code for a new password, shown this once.
 *
 * @param code to be handed to the account's owner in person, who redeems it with {@code POST /auth/password-reset}
 * @param expiresAt until when it works
 */
public record PasswordCodeResponse(String code, Instant expiresAt) {
    static PasswordCodeResponse from(IssuedCode issued) {
        return new PasswordCodeResponse(issued.code().text(), issued.expiresAt());
    }

    /** Says nothing of the code. */
    @Override
    public String toString() {
        return "PasswordCodeResponse";
    }
}
