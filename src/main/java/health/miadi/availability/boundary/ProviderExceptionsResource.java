package health.miadi.availability.boundary;

import health.miadi.availability.control.AvailabilityExceptionRepository;
import health.miadi.availability.control.ExceptionPlanning;
import health.miadi.availability.control.ExceptionPlanning.Planned;
import health.miadi.availability.entity.AvailabilityException;
import health.miadi.identity.entity.Caller;
import health.miadi.identity.entity.Role;
import health.miadi.identity.http.CurrentCaller;
import health.miadi.shared.http.PageParameters;
import health.miadi.shared.idempotency.Created;
import health.miadi.shared.idempotency.IdempotentCreation;
import health.miadi.shared.paging.Cursor;
import health.miadi.shared.paging.Page;
import health.miadi.shared.paging.PageQuery;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The absences and extra hours of one provider. */
@Path("/providers/{id}/exceptions")
@RequestScoped
@Tag(name = "Availability")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
public class ProviderExceptionsResource {
    private static final String PATH = "/api/v1/exceptions/";

    @EJB
    ExceptionPlanning planning;

    @EJB
    IdempotentCreation creation;

    @Inject
    CurrentCaller caller;

    @GET
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER, Role.Name.PATIENT})
    @Operation(
            operationId = "listExceptions",
            summary = "The absences and extra hours of a provider, by their last day")
    @APIResponse(responseCode = "200", description = "A page of them")
    public Page<ExceptionResponse> list(@PathParam("id") UUID id, @BeanParam PageParameters paging) {
        PageQuery page = paging.of(AvailabilityExceptionRepository.SORT_KEYS);
        Caller reader = caller.get();
        return Page.of(planning.list(reader, id, page), page, ProviderExceptionsResource::after)
                .map(exception -> ExceptionResponse.from(exception, reader));
    }

    private static Cursor after(AvailabilityException exception) {
        return Cursor.after(
                exception.dated().time().lastDay(), exception.dated().time().firstDay(), exception.id());
    }

    @POST
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createException", summary = "Plan an absence or extra hours")
    @Extension(name = "x-problems", value = "provider-inactive")
    @APIResponse(
            responseCode = "201",
            description = "Planned",
            content = @Content(schema = @Schema(implementation = PlannedExceptionResponse.class)))
    public Created create(
            @PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String key, ExceptionRequest request) {
        return creation.once(caller.get().userId(), key, "exceptions of " + id, request, () -> {
            Planned planned = planning.add(caller.get(), id, request.dated(), request.reason());
            AvailabilityException exception = planned.exception();
            return Created.of(
                    PATH + exception.id(),
                    exception.id(),
                    exception.version(),
                    PlannedExceptionResponse.from(planned, caller.get()));
        });
    }
}
