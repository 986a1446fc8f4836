package health.miadi.identity.boundary;

import health.miadi.identity.control.FactorRemovals;
import health.miadi.identity.entity.Role;
import health.miadi.identity.http.CurrentCaller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the owner of an account says to the removal of their second factor (R-AUTH-19). */
@Path("/auth/second-factor-removal")
@RequestScoped
@Tag(name = "Accounts")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
public class FactorRemovalRefusalResource {
    @EJB
    FactorRemovals removals;

    @Inject
    CurrentCaller caller;

    @POST
    @Path("/refusal")
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER, Role.Name.PATIENT})
    @Operation(
            operationId = "refuseSecondFactorRemoval",
            summary = "Refuse the removal of the caller's second factor",
            description = "What an admin has asked for is forgotten. Nothing happens where nobody has.")
    @APIResponse(responseCode = "204", description = "Nobody asks for it any more")
    public void refuse() {
        removals.refuse(caller.get().userId());
    }
}
