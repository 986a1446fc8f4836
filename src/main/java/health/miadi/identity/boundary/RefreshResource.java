package health.miadi.identity.boundary;

import health.miadi.identity.control.SessionRenewal;
import health.miadi.identity.control.TokenResponse;
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
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where a refresh token is exchanged for the next tokens (R-AUTH-2). */
@Path("/auth/refresh")
@RequestScoped
@Tag(name = "Accounts")
@Produces(MediaType.APPLICATION_JSON)
public class RefreshResource {
    @EJB
    SessionRenewal renewal;

    @Inject
    PresentedCredential presented;

    @Inject
    SessionCookies cookies;

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @SecurityRequirement(name = "cookie")
    @Operation(operationId = "refresh", summary = "Get the next tokens of a session", description = """
                    Send the refresh token of the last answer; it is used up, and the answer has the next. A used one that \
                    comes again ends the session, except within a minute, when it gets the newest one: a late request of another tab, \
                    or a lost answer. A token that was handed out twice is kept for a minute, and answered itself. A browser \
                    sends its cookie instead, with `X-CSRF-Token`, from the clinic's own pages. A token in the body counts \
                    before the cookie.""")
    @Extension(name = "x-problems", value = "rate-limited")
    @APIResponse(
            responseCode = "200",
            description = "The next tokens",
            headers =
                    @Header(
                            name = HttpHeaders.SET_COOKIE,
                            description = "A browser's session",
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = TokenResponse.class)))
    @APIResponse(responseCode = "401", description = "The refresh token is of no use: sign in again")
    @APIResponse(responseCode = "403", description = "A cookie without its CSRF token, or from another's page")
    public Response refresh(
            @HeaderParam(PresentedCredential.CSRF_HEADER)
                    @Parameter(
                            description = "The CSRF token of a browser's session, along with its cookie.",
                            schema = @Schema(type = SchemaType.STRING, maxLength = 512))
                    @Nullable
                    String csrfToken,
            @OptionalBody @Nullable RefreshRequest request) {
        TokenResponse tokens = renewal.renew(presented.of(request, csrfToken))
                .orElseThrow(() -> Refusal.of(
                        CommonFact.UNAUTHENTICATED, "R-AUTH-2", "The refresh token is of no use. Sign in again."));
        return cookies.answer(Response.ok(), tokens);
    }
}
