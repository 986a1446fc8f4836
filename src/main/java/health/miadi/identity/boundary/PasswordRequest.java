package health.miadi.identity.boundary;

import health.miadi.shared.validation.AsGiven;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The password that the caller has, and the one that they want.
 *
 * @param endOtherSessions whether everybody else who is signed in to the account is signed out, as by default
 */
public record PasswordRequest(
        @NotNull @Size(min = 1, max = 128) @AsGiven String currentPassword,
        @NotNull @Size(min = 12, max = 128) @AsGiven String newPassword,
        @Nullable Boolean endOtherSessions) {
    boolean endsOthers() {
        return !Boolean.FALSE.equals(endOtherSessions);
    }

    /** Says nothing of either. */
    @Override
    public String toString() {
        return "PasswordRequest";
    }
}
