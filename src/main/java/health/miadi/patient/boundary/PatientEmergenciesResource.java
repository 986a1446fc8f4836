package health.miadi.patient.boundary;

import health.miadi.identity.entity.Role;
import health.miadi.identity.http.CurrentCaller;
import health.miadi.patient.control.EmergencyAccess;
import health.miadi.patient.control.EmergencyOpeningRepository;
import health.miadi.shared.http.PageParameters;
import health.miadi.shared.paging.Cursor;
import health.miadi.shared.paging.Page;
import health.miadi.shared.paging.PageQuery;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who opened a patient's file in an emergency (R-AUTH-13). */
@Path("/patients/{id}/emergencies")
@RequestScoped
@Tag(name = "Patients")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
public class PatientEmergenciesResource {
    @EJB
    EmergencyAccess emergencies;

    @Inject
    CurrentCaller caller;

    @GET
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PATIENT})
    @Operation(
            operationId = "listEmergencies",
            summary = "Who opened a patient's file in an emergency, and why, the latest first")
    @APIResponse(responseCode = "200", description = "A page of them")
    public Page<EmergencyResponse> list(@PathParam("id") UUID id, @BeanParam PageParameters paging) {
        PageQuery page = paging.of(EmergencyOpeningRepository.SORT_KEYS);
        return Page.of(emergencies.list(caller.get(), id, page), page, last -> Cursor.after(last.id()))
                .map(EmergencyResponse::from);
    }
}
