package health.miadi.availability.boundary;

import health.miadi.availability.control.AvailabilityPlanning;
import health.miadi.availability.control.AvailabilityPlanning.Planned;
import health.miadi.availability.entity.Availability;
import health.miadi.identity.entity.Role;
import health.miadi.identity.http.CurrentCaller;
import health.miadi.shared.http.IfMatch;
import health.miadi.shared.http.Versioned;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One weekly rule of a provider. */
@Path("/availability/{id}")
@RequestScoped
@Tag(name = "Availability")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
public class AvailabilityResource {
    @EJB
    AvailabilityPlanning planning;

    @Inject
    CurrentCaller caller;

    @GET
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER, Role.Name.PATIENT})
    @Operation(operationId = "getAvailability", summary = "One weekly rule")
    @APIResponse(responseCode = "200", description = "The rule")
    public Versioned<AvailabilityResponse> get(@PathParam("id") UUID id) {
        Availability rule = planning.get(id);
        return Versioned.of(id, rule.version(), AvailabilityResponse.from(rule));
    }

    @PUT
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "replaceAvailability", summary = "Change a weekly rule")
    @Extension(name = "x-problems", value = "duplicate")
    @APIResponse(responseCode = "200", description = "Changed")
    public Versioned<PlannedAvailabilityResponse> replace(
            @PathParam("id") UUID id, @BeanParam IfMatch ifMatch, AvailabilityRequest request) {
        Planned planned = planning.change(caller.get(), id, ifMatch.version(), request.window());
        return Versioned.of(id, planned.rule().version(), PlannedAvailabilityResponse.from(planned));
    }

    @DELETE
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER})
    @Operation(operationId = "deleteAvailability", summary = "Remove a weekly rule; booked appointments stay")
    @APIResponse(
            responseCode = "200",
            description = "Removed, and these appointments are outside working time now",
            content = @Content(schema = @Schema(implementation = StrandedResponse.class)))
    @APIResponse(responseCode = "204", description = "Removed, and no appointment is outside working time by it")
    public Response delete(@PathParam("id") UUID id, @BeanParam IfMatch ifMatch) {
        return StrandedResponse.afterRemoval(planning.remove(caller.get(), id, ifMatch.version()));
    }
}
