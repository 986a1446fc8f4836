package health.miadi.identity.boundary;

import health.miadi.shared.validation.AsGiven;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** The password that the caller has, and the one that they want. */
public record PasswordRequest(
        @NotNull @Size(min = 1, max = 128) @AsGiven String currentPassword,
        @NotNull @Size(min = 12, max = 128) @AsGiven String newPassword) {
    /** Says nothing of either. */
    @Override
    public String toString() {
        return "PasswordRequest";
    }
}
