package health.miadi.identity.boundary;

import health.miadi.shared.validation.Text;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Why somebody's second factor is removed (R-AUTH-10).
 *
 * @param reason how it was found out that it is really they who ask, kept in the audit trail
 */
public record FactorRemovalRequest(
        @NotNull @Size(min = 1, max = 500) @Text(lines = true)
        String reason) {
    /** Nothing that it says. */
    @Override
    public String toString() {
        return "FactorRemovalRequest";
    }
}
