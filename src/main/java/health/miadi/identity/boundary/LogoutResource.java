package health.miadi.identity.boundary;

import health.miadi.identity.control.RefreshCredential;
import health.miadi.identity.control.SessionRenewal;
import health.miadi.identity.control.Sessions;
import health.miadi.identity.http.CurrentCaller;
import health.miadi.identity.http.SessionCookies;
import health.miadi.shared.http.OptionalBody;
import health.miadi.shared.refusal.CommonFact;
import health.miadi.shared.refusal.Refusal;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where people sign out (R-AUTH-3). */
@Path("/auth/logout")
@RequestScoped
@Tag(name = "Accounts")
@Produces(MediaType.APPLICATION_JSON)
public class LogoutResource {
    @EJB
    Sessions sessions;

    @EJB
    SessionRenewal renewal;

    @Inject
    CurrentCaller caller;

    @Inject
    PresentedCredential presented;

    @Inject
    SessionCookies cookies;

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @SecurityRequirement(name = "bearer")
    @SecurityRequirement(name = "cookie")
    @Operation(operationId = "logout", summary = "Sign out", description = """
                    Ends the session: its access tokens and its refresh token are good for nothing from now on, on every \
                    node. An access token says which session; without one that is still good, a refresh token in the body does, or the cookie of a \
                    browser with `X-CSRF-Token`.""")
    @APIResponse(
            responseCode = "204",
            description = "Signed out",
            headers =
                    @Header(
                            name = HttpHeaders.SET_COOKIE,
                            description = "Takes a browser's cookies back",
                            schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "401", description = "Nobody is signed in")
    @APIResponse(responseCode = "403", description = "A cookie without its CSRF token, or from another's page")
    public Response logout(
            @HeaderParam(PresentedCredential.CSRF_HEADER)
                    @Parameter(
                            description = "The CSRF token of a browser's session, along with its cookie.",
                            schema = @Schema(type = SchemaType.STRING, maxLength = 512))
                    @Nullable
                    String csrfToken,
            @OptionalBody @Nullable RefreshRequest request) {
        if (caller.isSignedIn()) {
            sessions.end(caller.token().session());
        } else if (!ended(request, csrfToken)) {
            throw Refusal.of(CommonFact.UNAUTHENTICATED, "R-AUTH-3", "Nobody is signed in with that.");
        }
        Response.ResponseBuilder answer = Response.noContent();
        cookies.gone().forEach(cookie -> answer.header(HttpHeaders.SET_COOKIE, cookie));
        return answer.build();
    }

    /** By the refresh token in the body, or else by the cookies: those of a session that has ended already are taken back, too. */
    private boolean ended(@Nullable RefreshRequest request, @Nullable String csrfToken) {
        return request != null && request.refreshToken() != null
                ? renewal.end(RefreshCredential.ofBody(request.refreshToken()))
                : renewal.endInBrowser(presented.cookies(csrfToken));
    }
}
