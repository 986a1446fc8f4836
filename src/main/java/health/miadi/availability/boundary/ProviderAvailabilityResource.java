package health.miadi.availability.boundary;

import health.miadi.availability.control.AvailabilityPlanning;
import health.miadi.availability.control.AvailabilityRepository;
import health.miadi.availability.entity.Availability;
import health.miadi.availability.entity.WeeklyWindow;
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

/** The weekly working hours of one provider. */
@Path("/providers/{id}/availability")
@RequestScoped
@Tag(name = "Availability")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
public class ProviderAvailabilityResource {
    private static final String PATH = "/api/v1/availability/";

    @EJB
    AvailabilityPlanning planning;

    @EJB
    IdempotentCreation creation;

    @Inject
    CurrentCaller caller;

    @GET
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER, Role.Name.PATIENT})
    @Operation(operationId = "listAvailability", summary = "The weekly rules of a provider, by weekday and time")
    @APIResponse(responseCode = "200", description = "A page of them")
    public Page<AvailabilityResponse> list(@PathParam("id") UUID id, @BeanParam PageParameters paging) {
        PageQuery page = paging.of(AvailabilityRepository.SORT_KEYS);
        return Page.of(planning.list(id, page), page, ProviderAvailabilityResource::after)
                .map(AvailabilityResponse::from);
    }

    private static Cursor after(Availability rule) {
        WeeklyWindow window = rule.window();
        return Cursor.after(window.day().getValue(), window.span().start(), rule.id());
    }

    @POST
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createAvailability", summary = "Add a weekly rule")
    @Extension(name = "x-problems", value = "duplicate, provider-inactive")
    @APIResponse(
            responseCode = "201",
            description = "Planned",
            content = @Content(schema = @Schema(implementation = AvailabilityResponse.class)))
    public Created create(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            AvailabilityRequest request) {
        return creation.once(caller.get().userId(), key, "availability of " + id, request, () -> {
            Availability rule = planning.add(caller.get(), id, request.window());
            return Created.of(PATH + rule.id(), rule.id(), rule.version(), AvailabilityResponse.from(rule));
        });
    }
}
