package health.miadi.identity.boundary;

import health.miadi.shared.validation.Text;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** What a passkey is called from now on. */
public record PasskeyNameRequest(
        @NotNull @Size(min = 1, max = 60) @Text String name) {
    /** Nothing of the name. */
    @Override
    public String toString() {
        return "PasskeyNameRequest";
    }
}
