package health.miadi.identity.boundary;

import health.miadi.shared.validation.AsGiven;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Shows that an authenticator app works.
 *
 * @param code that the app shows now: six digits
 */
public record FirstCodeRequest(
        @NotNull @Size(min = 1, max = 40) @AsGiven String code) {
    /** Says nothing of it. */
    @Override
    public String toString() {
        return "FirstCodeRequest";
    }
}
