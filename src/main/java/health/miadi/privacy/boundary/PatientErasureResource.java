package health.miadi.privacy.boundary;

import health.miadi.identity.control.FreshProof;
import health.miadi.identity.control.ProofRequest;
import health.miadi.identity.entity.Role;
import health.miadi.identity.http.CurrentCaller;
import health.miadi.identity.http.CurrentPlace;
import health.miadi.privacy.control.PatientErasure;
import health.miadi.shared.http.IfMatch;
import health.miadi.shared.http.OptionalBody;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import org.jspecify.annotations.Nullable;

/** The end of a patient's file. */
@Path("/patients")
@RequestScoped
@Tag(name = "Patients")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
public class PatientErasureResource {
    @EJB
    PatientErasure erasure;

    @EJB
    FreshProof proof;

    @Inject
    CurrentCaller caller;

    @Inject
    CurrentPlace place;

    @DELETE
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PATIENT})
    @Operation(
            operationId = "deletePatient",
            summary = "Erase a patient's data, for good",
            description =
                    "Who the patient is, their covers, what was written about their appointments and their account are"
                            + " erased; appointments to come are cancelled. What the clinic has to keep stays without a name: past"
                            + " appointments and medical records. Patients erase their own data, admins anybody's. Patients give their"
                            + " current password, or, where their account has none, have signed in within the last minutes.")
    @Extension(name = "x-problems", value = "sign-in-again, rate-limited")
    @APIResponse(responseCode = "204", description = "Erased: there is no such patient any more")
    public void delete(
            @PathParam("id") UUID id, @BeanParam IfMatch ifMatch, @OptionalBody @Nullable ProofRequest request) {
        if (caller.get().is(id)) {
            proof.require(caller.token(), ProofRequest.of(request), place.get());
        }
        erasure.erase(caller.get(), id, ifMatch.version());
    }
}
