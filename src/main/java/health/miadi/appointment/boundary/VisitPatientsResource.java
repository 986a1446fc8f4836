package health.miadi.appointment.boundary;

import health.miadi.appointment.control.AppointmentDiary;
import health.miadi.identity.entity.Role;
import health.miadi.identity.http.CurrentCaller;
import health.miadi.shared.http.NamedIds;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who comes to a provider's visits, also where the patient's file is out of the provider's sight (R-AUTH-20). */
@Path("/appointments/patients")
@RequestScoped
@Tag(name = "Appointments")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
public class VisitPatientsResource {
    @EJB
    AppointmentDiary diary;

    @Inject
    CurrentCaller caller;

    /** The patients that were asked for, in no order. */
    public record VisitPatients(List<VisitPatientResponse> items) {}

    @GET
    @RolesAllowed(Role.Name.PROVIDER)
    @Operation(
            operationId = "listVisitPatients",
            summary = "What patients of your own visits are called",
            description = "The names alone, of whoever has or had a visit with you, one that is cancelled or long past"
                    + " included: the file may be out of your sight.")
    @APIResponse(responseCode = "200", description = "Their names")
    public VisitPatients list(
            @Parameter(required = true, description = "Whom; can be given up to 100 times") @QueryParam("id")
                    List<UUID> ids) {
        return new VisitPatients(diary.patients(caller.get(), NamedIds.of(ids, "id")).stream()
                .map(VisitPatientResponse::from)
                .toList());
    }
}
