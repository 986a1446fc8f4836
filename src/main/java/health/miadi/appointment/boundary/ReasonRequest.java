package health.miadi.appointment.boundary;

import health.miadi.shared.validation.Text;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Why an appointment changes its status, if anybody wants to say. */
public record ReasonRequest(
        @Size(min = 1, max = 500) @Text(lines = true) @Nullable
        String reason) {
    /** Says nothing of the reason. */
    @Override
    public String toString() {
        return "ReasonRequest";
    }
}
