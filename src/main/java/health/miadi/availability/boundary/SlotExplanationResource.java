package health.miadi.availability.boundary;

import health.miadi.availability.control.SlotExplaining;
import health.miadi.availability.control.SlotWishes;
import health.miadi.identity.entity.Role;
import health.miadi.identity.http.CurrentCaller;
import health.miadi.shared.refusal.FieldError;
import health.miadi.shared.refusal.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
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

    @Inject
    CurrentCaller caller;

    @GET
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER})
    @Operation(
            operationId = "explainSlot",
            summary = "Why a time is offered or is not",
            description = "Everything that is in the way, and when it is: working hours, absences, limits, and other"
                    + " appointments and holds, of which it says nothing but the time. For a patient also whether they are"
                    + " busy then, and nothing more.")
    @Extension(name = "x-problems", value = "not-found, provider-inactive, illegal-transition")
    public SlotExplanationResponse explain(
            @Parameter(required = true, description = "Whose time") @QueryParam("providerId") @Nullable UUID providerId,
            @Parameter(required = true, description = "When the appointment would begin") @QueryParam("start") @Nullable
                    Instant start,
            @Parameter(
                            description =
                                    "How long an appointment of no type takes; 30 when nobody says. One that moves: as"
                                            + " long as it is when nobody says, or as its type says now")
                    @QueryParam("durationMinutes")
                    @Nullable
                    Integer durationMinutes,
            @Parameter(description = "What is to be booked; its duration, buffers and limits decide")
                    @QueryParam("appointmentTypeId")
                    @Nullable
                    UUID appointmentTypeId,
            @Parameter(
                            description = "For whom: only times at which that patient is free. Patients always ask for"
                                    + " themselves")
                    @QueryParam("patientId")
                    @Nullable
                    UUID patientId,
            @Parameter(
                            description =
                                    "The appointment that is to be moved: only times to which it can be, itself not"
                                            + " counting. Patient, type and length are its own")
                    @QueryParam("appointmentId")
                    @Nullable
                    UUID appointmentId) {
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
        return SlotExplanationResponse.from(explaining.explain(
                caller.get(),
                providerId,
                start,
                new SlotWishes.Asked(patientId, appointmentId, appointmentTypeId, durationMinutes)));
    }
}
