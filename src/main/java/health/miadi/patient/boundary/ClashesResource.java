package health.miadi.patient.boundary;

import health.miadi.identity.entity.Role;
import health.miadi.patient.control.Clash;
import health.miadi.patient.control.ClashListing;
import health.miadi.patient.control.ClashRepository;
import health.miadi.shared.http.PageParameters;
import health.miadi.shared.paging.Cursor;
import health.miadi.shared.paging.Page;
import health.miadi.shared.paging.PageQuery;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What several patients say of themselves that can be one's only (R-PERS-2). */
@Path("/clashes")
@RequestScoped
@Tag(name = "Patients")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
public class ClashesResource {
    @EJB
    ClashListing listing;

    @GET
    @RolesAllowed(Role.Name.ADMIN)
    @Operation(
            operationId = "listClashes",
            summary = "What patients claim and others have as well",
            description =
                    "Phone numbers, national ids and policy numbers that are not confirmed of who claims them, and that somebody"
                            + " else has too, confirmed or not. Whoever shows what proves it has it confirmed.")
    @APIResponse(responseCode = "200", description = "A page of them")
    public Page<ClashResponse> list(@BeanParam PageParameters paging) {
        PageQuery page = paging.of(ClashRepository.SORT_KEYS);
        return Page.of(listing.list(page), page, ClashesResource::after).map(ClashResponse::from);
    }

    private static Cursor after(Clash clash) {
        return Cursor.after(clash.by().id(), clash.field(), clash.thing());
    }
}
