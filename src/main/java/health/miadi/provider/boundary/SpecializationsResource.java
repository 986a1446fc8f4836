package health.miadi.provider.boundary;

import health.miadi.identity.entity.Role;
import health.miadi.provider.control.ProviderRegistry;
import health.miadi.shared.http.Versioned;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a search form offers to choose from. */
@Path("/specializations")
@RequestScoped
@Tag(name = "Providers")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
public class SpecializationsResource {
    @EJB
    ProviderRegistry registry;

    @GET
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER, Role.Name.PATIENT})
    @Operation(
            operationId = "getSpecializations",
            summary = "The specializations and cadres of those who take appointments",
            description = "Their names are what findSlots and listProviders take.")
    @APIResponse(responseCode = "200", description = "All of them")
    public Versioned<SpecializationsResponse> get() {
        return Versioned.ofContent(SpecializationsResponse.from(registry.practices()));
    }
}
