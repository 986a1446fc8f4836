package health.miadi.identity.boundary;

import health.miadi.identity.control.AccountEvent;
import health.miadi.identity.control.AccountEventRepository;
import health.miadi.identity.control.AccountEvents;
import health.miadi.identity.entity.Role;
import health.miadi.identity.http.CurrentCaller;
import health.miadi.shared.http.PageParameters;
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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What happened to the caller's account (R-AUTH-15). */
@Path("/auth/events")
@RequestScoped
@Tag(name = "Accounts")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
public class EventsResource {
    @EJB
    AccountEvents events;

    @Inject
    CurrentCaller caller;

    @GET
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER, Role.Name.PATIENT})
    @Operation(
            operationId = "listAccountEvents",
            summary = "What happened to the caller's account, the newest first",
            description = "Sign-ins, passwords, codes, links, changes, and who did them. Nobody can remove one.")
    @APIResponse(responseCode = "200", description = "A page of events")
    public Page<AccountEventResponse> list(@BeanParam PageParameters paging) {
        PageQuery page = paging.of(AccountEventRepository.SORT_KEYS);
        return Page.of(events.list(caller.get(), page), page, EventsResource::after)
                .map(AccountEventResponse::from);
    }

    private static Cursor after(AccountEvent event) {
        return Cursor.after(event.at(), event.id());
    }

    @POST
    @Path("/read")
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER, Role.Name.PATIENT})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "markAccountEventsRead",
            summary = "Mark as read what others did to the caller's account",
            description = "Up to that event. It is an event itself, which says from where it was done.")
    @APIResponse(responseCode = "204", description = "Marked")
    public void markRead(EventsReadRequest request) {
        events.markRead(caller.get(), request.through());
    }
}
