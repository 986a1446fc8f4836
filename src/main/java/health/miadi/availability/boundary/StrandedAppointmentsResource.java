package health.miadi.availability.boundary;

import health.miadi.availability.control.PlannedVisit;
import health.miadi.availability.control.StrandedListing;
import health.miadi.identity.entity.Role;
import health.miadi.identity.http.CurrentCaller;
import health.miadi.provider.control.StrandedAppointment;
import health.miadi.shared.http.PageParameters;
import health.miadi.shared.paging.Cursor;
import health.miadi.shared.paging.Page;
import health.miadi.shared.paging.PageQuery;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The appointments of one provider that lie outside working time. */
@Path("/providers/{id}/stranded")
@RequestScoped
@Tag(name = "Availability")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
public class StrandedAppointmentsResource {
    @EJB
    StrandedListing listing;

    @Inject
    CurrentCaller caller;

    @GET
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER})
    @Operation(
            operationId = "listStranded",
            summary = "The appointments of a provider that lie outside working time, by their start",
            description =
                    "Those that are scheduled and have not begun, whatever brought them there: weekly hours, an absence,"
                            + " extra hours, the provider's zone or activity, or a booking outside the hours (R-AVAIL-4).")
    @APIResponse(responseCode = "200", description = "A page of them")
    public Page<StrandedAppointment> list(@PathParam("id") UUID id, @BeanParam PageParameters paging) {
        PageQuery query = paging.of(StrandedListing.SORT_KEYS);
        Page<PlannedVisit> page =
                Page.of(listing.list(caller.get(), id, query), query, StrandedAppointmentsResource::after);
        return new Page<>(List.copyOf(listing.answers(id, page.items())), page.next());
    }

    private static Cursor after(PlannedVisit visit) {
        return Cursor.after(visit.time().start(), visit.id());
    }
}
