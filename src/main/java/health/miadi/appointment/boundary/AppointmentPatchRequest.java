package health.miadi.appointment.boundary;

import health.miadi.appointment.control.AppointmentLifecycle.Amendment;
import health.miadi.shared.validation.Text;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A JSON merge patch (RFC 7396): a member that is null removes the value, one that is missing leaves it as it is. */
@Schema(additionalProperties = Schema.False.class)
public class AppointmentPatchRequest {
    @Schema(nullable = true, description = "Why the patient comes")
    @Size(min = 1, max = 500)
    @Text(lines = true)
    private @Nullable String reason;

    @Schema(
            implementation = String.class,
            format = "uuid",
            nullable = true,
            description = "A cover of the patient that is valid on the day")
    private @Nullable UUID insuranceId;

    @Schema(hidden = true)
    private boolean changesReason;

    @Schema(hidden = true)
    private boolean changesInsurance;

    public void setReason(@Nullable String reason) {
        this.reason = reason;
        this.changesReason = true;
    }

    public void setInsuranceId(@Nullable UUID insuranceId) {
        this.insuranceId = insuranceId;
        this.changesInsurance = true;
    }

    Amendment amendment() {
        return new Amendment(changesReason, reason, changesInsurance, insuranceId);
    }
}
