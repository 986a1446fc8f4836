package health.miadi.identity.boundary;

import health.miadi.identity.control.PasswordChange;
import health.miadi.identity.control.Sessions;
import health.miadi.identity.control.TokenResponse;
import health.miadi.identity.entity.Role;
import health.miadi.identity.entity.User;
import health.miadi.identity.http.CurrentCaller;
import health.miadi.identity.http.CurrentPlace;
import health.miadi.identity.http.SessionCookies;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where people change their own password. */
@Path("/auth/password")
@RequestScoped
@Tag(name = "Accounts")
@Produces(MediaType.APPLICATION_JSON)
public class PasswordResource {
    @EJB
    PasswordChange change;

    @EJB
    Sessions sessions;

    @Inject
    CurrentCaller caller;

    @Inject
    CurrentPlace place;

    @Inject
    SessionCookies cookies;

    @PUT
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER, Role.Name.PATIENT})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "changePassword", summary = "Change the caller's own password", description = """
                    Ends every session of the account, the one that asks included, and answers the tokens of a new one. With \
                    `endOtherSessions: false` others go on. A wrong current password is a `validation` problem that points at `/currentPassword`: the caller stays \
                    signed in.""")
    @Extension(name = "x-problems", value = "rate-limited")
    @APIResponse(
            responseCode = "200",
            description = "Changed, and signed in anew",
            headers =
                    @Header(
                            name = HttpHeaders.SET_COOKIE,
                            description = "A browser's session",
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = TokenResponse.class)))
    public Response changePassword(PasswordRequest request) {
        UUID former = caller.token().session();
        User user = change.change(
                caller.get().userId(),
                request.currentPassword(),
                request.newPassword(),
                request.endsOthers(),
                place.get());
        TokenResponse tokens = sessions.openLike(former, user);
        if (!request.endsOthers()) {
            sessions.end(former);
        }
        return cookies.answer(Response.ok(), tokens);
    }
}
