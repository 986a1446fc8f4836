package health.miadi.identity.boundary;

import health.miadi.shared.validation.AsGiven;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * A one-time code and what it is for.
 *
 * @param code as the admin handed it out, in any case, with or without its hyphens
 * @param newPassword 12 to 128 characters, no common one
 */
public record PasswordResetRequest(
        @NotNull @Size(min = 1, max = 100) @AsGiven String code,
        @NotNull @Size(min = 12, max = 128) @AsGiven String newPassword) {
    /** Says nothing of either. */
    @Override
    public String toString() {
        return "PasswordResetRequest";
    }
}
