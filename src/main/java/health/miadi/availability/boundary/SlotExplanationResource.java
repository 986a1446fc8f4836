package health.miadi.availability.boundary;

import health.miadi.availability.control.SlotExplaining;
import health.miadi.identity.entity.Role;
import health.miadi.shared.problem.FieldError;
import health.miadi.shared.problem.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Why a time is offered or is not, for the clinic's staff. */
@Path("/slots/explain")
@RequestScoped
@Tag(name = "Slots")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
public class SlotExplanationResource {
    @EJB
    SlotExplaining explaining;

    @GET
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER})
    @Operation(
            operationId = "explainSlot",
            summary = "Why a time is offered or is not",
            description = "Everything that is in the way, and when it is: working hours, absences, limits, and other"
                    + " appointments and holds, of which it says nothing but the time.")
    @Extension(name = "x-problems", value = "not-found, provider-inactive")
    public SlotExplanationResponse explain(
            @Parameter(required = true, description = "Whose time") @QueryParam("providerId") @Nullable UUID providerId,
            @Parameter(required = true, description = "When the appointment would begin") @QueryParam("start") @Nullable
                    Instant start,
            @Parameter(description = "How long an appointment of no type takes; 30 when nobody says")
                    @QueryParam("durationMinutes")
                    @Nullable
                    Integer durationMinutes,
            @Parameter(description = "What is to be booked; its duration, buffers and limits decide")
                    @QueryParam("appointmentTypeId")
                    @Nullable
                    UUID appointmentTypeId) {
        var faults = new ArrayList<FieldError>();
        if (providerId == null) {
            faults.add(new FieldError("providerId", "is required"));
        }
        if (start == null || !SlotRange.isSane(start)) {
            faults.add(new FieldError("start", "is required, and from 1900 to 9900"));
        }
        if (providerId == null || start == null || !faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        return SlotExplanationResponse.from(explaining.explain(providerId, start, appointmentTypeId, durationMinutes));
    }
}
