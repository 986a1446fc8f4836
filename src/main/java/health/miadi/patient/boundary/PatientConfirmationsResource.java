package health.miadi.patient.boundary;

import health.miadi.identity.entity.Role;
import health.miadi.identity.http.CurrentCaller;
import health.miadi.patient.control.PatientConfirmation;
import health.miadi.patient.entity.Patient;
import health.miadi.shared.http.IfMatch;
import health.miadi.shared.http.Versioned;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where staff confirm what a patient says of themselves (R-PERS-2). */
@Path("/patients/{id}/confirmations")
@RequestScoped
@Tag(name = "Patients")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
public class PatientConfirmationsResource {
    @EJB
    PatientConfirmation confirmation;

    @Inject
    CurrentCaller caller;

    @POST
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "confirmPatient",
            summary = "Confirm what a patient says of themselves",
            description =
                    "For staff who see what proves it: the card, or the phone that rings. What is confirmed of somebody else"
                            + " already is refused (`duplicate`), unless an admin gives a `reason` to take it from them.")
    @Extension(name = "x-problems", value = "duplicate")
    @APIResponse(responseCode = "200", description = "The file")
    public Versioned<PatientResponse> confirm(
            @PathParam("id") UUID id, @BeanParam IfMatch ifMatch, ConfirmationRequest request) {
        Patient patient = confirmation.confirm(caller.get(), id, ifMatch.version(), request.what(), request.reason());
        return Versioned.of(id, patient.version(), PatientResponse.from(patient));
    }
}
