package health.miadi.patient.boundary;

import health.miadi.identity.entity.Role;
import health.miadi.identity.http.CurrentCaller;
import health.miadi.patient.control.EmergencyAccess;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Files that have to be opened in an emergency (R-AUTH-13). */
@Path("/patients/break-glass")
@RequestScoped
@Tag(name = "Patients")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
public class BreakGlassResource {
    @EJB
    EmergencyAccess emergencies;

    @Inject
    CurrentCaller caller;

    @POST
    @RolesAllowed(Role.Name.PROVIDER)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "openFileInEmergency",
            summary = "Open the file of a patient whom you do not see, because you must",
            description = """
                    Needs two or more of patient number, national id, phone and date of birth, all of them right, and a reason. You see the \
                    patient for 24 hours then. The audit trail says so in words of its own, and the patient reads that you did, and why. \
                    Each attempt counts, right or wrong: ten an hour.""")
    @Extension(name = "x-problems", value = "not-found, rate-limited")
    @APIResponse(responseCode = "200", description = "The file")
    public BreakGlassResponse open(BreakGlassRequest request) {
        return BreakGlassResponse.from(emergencies.open(caller.get(), request.identifiers(), request.reason()));
    }
}
