package health.miadi.availability.boundary;

import health.miadi.availability.control.AppointmentTypeCatalogue;
import health.miadi.availability.control.AppointmentTypeRepository;
import health.miadi.availability.entity.AppointmentType;
import health.miadi.identity.entity.Role;
import health.miadi.identity.http.CurrentCaller;
import health.miadi.shared.http.IfMatch;
import health.miadi.shared.http.PageParameters;
import health.miadi.shared.http.Versioned;
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
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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

/** The kinds of appointments that the clinic offers. */
@Path("/appointment-types")
@RequestScoped
@Tag(name = "Appointment types")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
public class AppointmentTypesResource {
    private static final String PATH = "/api/v1/appointment-types/";

    @EJB
    AppointmentTypeCatalogue catalogue;

    @EJB
    IdempotentCreation creation;

    @Inject
    CurrentCaller caller;

    @GET
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER, Role.Name.PATIENT})
    @Operation(operationId = "listAppointmentTypes", summary = "The kinds of appointments, by name")
    @APIResponse(responseCode = "200", description = "A page of types")
    public Page<AppointmentTypeResponse> list(@BeanParam PageParameters paging) {
        PageQuery page = paging.of(AppointmentTypeRepository.SORT_KEYS);
        return Page.of(catalogue.list(page), page, type -> Cursor.after(type.name(), type.id()))
                .map(AppointmentTypeResponse::from);
    }

    @POST
    @RolesAllowed(Role.Name.ADMIN)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createAppointmentType", summary = "Add a kind of appointment")
    @Extension(name = "x-problems", value = "duplicate")
    @APIResponse(
            responseCode = "201",
            description = "The new type",
            content = @Content(schema = @Schema(implementation = AppointmentTypeResponse.class)))
    public Created create(@HeaderParam("Idempotency-Key") @Nullable String key, AppointmentTypeRequest request) {
        return creation.once(caller.get().userId(), key, "appointment-types", request, () -> {
            AppointmentType type = catalogue.add(request.name(), request.conditions());
            return Created.of(PATH + type.id(), type.id(), type.version(), AppointmentTypeResponse.from(type));
        });
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER, Role.Name.PATIENT})
    @Operation(operationId = "getAppointmentType", summary = "One kind of appointment")
    @APIResponse(responseCode = "200", description = "The type")
    public Versioned<AppointmentTypeResponse> get(@PathParam("id") UUID id) {
        AppointmentType type = catalogue.get(id);
        return Versioned.of(id, type.version(), AppointmentTypeResponse.from(type));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Role.Name.ADMIN)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "replaceAppointmentType",
            summary = "Change a kind of appointment; booked ones stay as they are")
    @Extension(name = "x-problems", value = "duplicate")
    @APIResponse(responseCode = "200", description = "The changed type")
    public Versioned<AppointmentTypeResponse> replace(
            @PathParam("id") UUID id, @BeanParam IfMatch ifMatch, AppointmentTypeRequest request) {
        AppointmentType type = catalogue.change(id, ifMatch.version(), request.name(), request.conditions());
        return Versioned.of(id, type.version(), AppointmentTypeResponse.from(type));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Role.Name.ADMIN)
    @Operation(operationId = "deleteAppointmentType", summary = "Remove a kind that no appointment has")
    @Extension(name = "x-problems", value = "in-use")
    @APIResponse(responseCode = "204", description = "Removed")
    public void delete(@PathParam("id") UUID id, @BeanParam IfMatch ifMatch) {
        catalogue.remove(id, ifMatch.version());
    }
}
