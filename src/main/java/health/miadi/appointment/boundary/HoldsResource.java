package health.miadi.appointment.boundary;

import health.miadi.appointment.control.HoldKeeping;
import health.miadi.appointment.control.NextStarts;
import health.miadi.appointment.entity.Hold;
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
import health.miadi.shared.refusal.Refusal;
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

/** Times that are held for a few minutes before they are booked (R-BOOK-10). A hold is its owner's alone. */
@Path("/holds")
@RequestScoped
@Tag(name = "Holds")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
public class HoldsResource {
    private static final String PATH = "/api/v1/holds/";

    @EJB
    HoldKeeping keeping;

    @EJB
    IdempotentCreation creation;

    @Inject
    NextStarts nextStarts;

    @Inject
    CurrentCaller caller;

    @POST
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER, Role.Name.PATIENT})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "holdTime",
            summary = "Hold a time for a few minutes",
            description = "It blocks like an appointment until expiresAt. Book it with its id as holdId. A time can be"
                    + " held where it could be booked; you can hold three at a time, and patients twenty an hour.")
    @Extension(
            name = "x-problems",
            value = "slot-taken, patient-busy, slot-not-offered, notice-too-short, beyond-horizon, daily-limit,"
                    + " provider-inactive, visit-limit, hold-limit, rate-limited, forbidden")
    @APIResponse(
            responseCode = "201",
            description = "Held",
            content = @Content(schema = @Schema(implementation = HoldResponse.class)))
    public Created hold(@HeaderParam("Idempotency-Key") @Nullable String key, HoldRequest request) {
        try {
            return creation.once(caller.get().userId(), key, "holds", request, () -> created(request));
        } catch (Refusal refusal) {
            throw nextStarts.addTo(refusal, caller.get(), request.booking());
        }
    }

    private Created created(HoldRequest request) {
        Hold hold = keeping.hold(caller.get(), request.booking());
        return Created.of(PATH + hold.id(), hold.id(), hold.version(), HoldResponse.from(hold));
    }

    @GET
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER, Role.Name.PATIENT})
    @Operation(operationId = "listHolds", summary = "Your holds that last, the earliest first")
    @APIResponse(responseCode = "200", description = "A page of holds")
    public Page<HoldResponse> list(@BeanParam PageParameters paging) {
        PageQuery page = paging.of(1);
        return Page.of(keeping.list(caller.get(), page), page, hold -> Cursor.after(hold.id()))
                .map(HoldResponse::from);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER, Role.Name.PATIENT})
    @Operation(operationId = "getHold", summary = "One of your holds, while it lasts")
    @Extension(name = "x-problems", value = "hold-expired")
    @APIResponse(responseCode = "200", description = "The hold")
    public Versioned<HoldResponse> get(@PathParam("id") UUID id) {
        Hold hold = keeping.get(caller.get(), id);
        return Versioned.of(id, hold.version(), HoldResponse.from(hold));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER, Role.Name.PATIENT})
    @Operation(operationId = "releaseHold", summary = "Release one of your holds")
    @Extension(name = "x-problems", value = "hold-expired")
    @APIResponse(responseCode = "204", description = "Released")
    public void release(@PathParam("id") UUID id, @BeanParam IfMatch ifMatch) {
        keeping.release(caller.get(), id, ifMatch.version());
    }
}
