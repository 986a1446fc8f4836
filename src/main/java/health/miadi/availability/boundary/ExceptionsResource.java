package health.miadi.availability.boundary;

import health.miadi.availability.control.ExceptionPlanning;
import health.miadi.availability.control.ExceptionPlanning.Planned;
import health.miadi.availability.entity.AvailabilityException;
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

/** One absence, or extra hours, of a provider. */
@Path("/exceptions/{id}")
@RequestScoped
@Tag(name = "Availability")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
public class ExceptionsResource {
    @EJB
    ExceptionPlanning planning;

    @Inject
    CurrentCaller caller;

    @GET
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER, Role.Name.PATIENT})
    @Operation(operationId = "getException", summary = "One absence or extra hours")
    @APIResponse(responseCode = "200", description = "The exception")
    public Versioned<ExceptionResponse> get(@PathParam("id") UUID id) {
        AvailabilityException exception = planning.get(caller.get(), id);
        return Versioned.of(id, exception.version(), ExceptionResponse.from(exception, caller.get()));
    }

    @PUT
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "replaceException", summary = "Change an absence or extra hours")
    @Extension(name = "x-problems", value = "provider-inactive")
    @APIResponse(responseCode = "200", description = "Changed")
    public Versioned<PlannedExceptionResponse> replace(
            @PathParam("id") UUID id, @BeanParam IfMatch ifMatch, ExceptionRequest request) {
        Planned planned = planning.change(caller.get(), id, ifMatch.version(), request.dated(), request.reason());
        return Versioned.of(id, planned.exception().version(), PlannedExceptionResponse.from(planned, caller.get()));
    }

    @DELETE
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER})
    @Operation(operationId = "deleteException", summary = "Remove an absence or extra hours")
    @APIResponse(
            responseCode = "200",
            description = "Removed, and these appointments are outside working time now",
            content = @Content(schema = @Schema(implementation = StrandedResponse.class)))
    @APIResponse(responseCode = "204", description = "Removed, and no appointment is outside working time by it")
    public Response delete(@PathParam("id") UUID id, @BeanParam IfMatch ifMatch) {
        return StrandedResponse.afterRemoval(planning.remove(caller.get(), id, ifMatch.version()));
    }
}
