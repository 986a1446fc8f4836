package health.miadi.identity.boundary;

import health.miadi.identity.control.LiveSession;
import health.miadi.identity.control.LiveSessionRepository;
import health.miadi.identity.control.OwnSessions;
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
import jakarta.ws.rs.DELETE;
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

/** Where the caller is signed in (R-AUTH-11). */
@Path("/auth/sessions")
@RequestScoped
@Tag(name = "Accounts")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
public class SessionsResource {
    @EJB
    OwnSessions sessions;

    @Inject
    CurrentCaller caller;

    @GET
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER, Role.Name.PATIENT})
    @Operation(
            operationId = "listSessions",
            summary = "Where the caller is signed in, the latest sign-in first",
            description = "Sessions that go on: those that were signed out, ended or expired are not among them.")
    @APIResponse(responseCode = "200", description = "A page of sessions")
    public Page<SessionResponse> list(@BeanParam PageParameters paging) {
        PageQuery page = paging.of(LiveSessionRepository.SORT_KEYS);
        List<LiveSession> found = sessions.list(caller.get().userId(), page);
        UUID current = caller.token().session();
        return Page.of(found, page, session -> Cursor.after(session.openedAt(), session.id()))
                .map(session -> SessionResponse.from(session, current));
    }

    @DELETE
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER, Role.Name.PATIENT})
    @Operation(
            operationId = "endOtherSessions",
            summary = "Sign out everywhere else",
            description = "Ends every session of the caller's but the one that asks, on every node.")
    @APIResponse(responseCode = "204", description = "Nobody is signed in to the account but with this session")
    public void endOthers() {
        sessions.endOthers(caller.get().userId(), caller.token().session());
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER, Role.Name.PATIENT})
    @Operation(
            operationId = "endSession",
            summary = "End one of the caller's sessions",
            description =
                    "Its tokens are good for nothing from now on, on every node; that of this request too, if it is its own.")
    @APIResponse(responseCode = "204", description = "Ended")
    public void end(@PathParam("id") UUID id) {
        sessions.end(caller.get().userId(), id);
    }
}
