package health.miadi.identity.boundary;

import health.miadi.identity.control.Profiles;
import health.miadi.identity.control.SecondStep;
import health.miadi.identity.control.Sessions;
import health.miadi.identity.control.SignIn;
import health.miadi.identity.control.TokenResponse;
import health.miadi.identity.entity.Role;
import health.miadi.identity.http.CurrentCaller;
import health.miadi.identity.http.CurrentPlace;
import health.miadi.identity.http.OwnPages;
import health.miadi.identity.http.SessionCookies;
import health.miadi.shared.http.HeldRefusals;
import health.miadi.shared.http.Versioned;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Providers;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Signing in, and who is signed in. */
@Path("/auth")
@RequestScoped
@Tag(name = "Accounts")
@Produces(MediaType.APPLICATION_JSON)
public class AuthResource {
    @EJB
    SignIn signIn;

    @EJB
    Profiles profiles;

    @EJB
    Sessions sessions;

    @Inject
    SessionCookies cookies;

    @Inject
    OwnPages pages;

    @Inject
    HttpServletRequest servletRequest;

    @Inject
    CurrentCaller caller;

    @Inject
    CurrentPlace place;

    @Inject
    HeldRefusals refusals;

    @Context
    Providers providers;

    @POST
    @Path("/login")
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "login", summary = "Sign in with a password", description = """
                    An account with a second factor takes a code or a passkey as well: without it, or with a wrong one, a right password answers \
                    `second-factor-required`, and the same request with a `code` or a `passkey` signs in.""")
    @Extension(name = "x-problems", value = "second-factor-required, rate-limited")
    @APIResponse(
            responseCode = "200",
            description = "Signed in",
            headers =
                    @Header(
                            name = HttpHeaders.SET_COOKIE,
                            description = "A browser's session",
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = TokenResponse.class)))
    @APIResponse(responseCode = "401", description = "The username or the password is wrong")
    @APIResponse(responseCode = "403", description = "A cookie was asked for from another's page")
    public CompletionStage<Response> login(LoginRequest request) {
        boolean inBrowser = pages.wantCookie(servletRequest, request.cookie());
        return refusals.holding(providers, () -> {
            SignIn.Proven proven = signIn.with(
                    request.username(),
                    request.password(),
                    new SecondStep(request.code(), request.passkey()),
                    place.get());
            TokenResponse tokens = sessions.open(proven.user(), proven.factor(), inBrowser);
            return cookies.opened(Response.ok(), tokens);
        });
    }

    @GET
    @Path("/me")
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER, Role.Name.PATIENT})
    @SecurityRequirement(name = "bearer")
    @Operation(operationId = "getMe", summary = "The caller's own account and person")
    @APIResponse(responseCode = "200", description = "Who is signed in")
    public Versioned<MeResponse> me() {
        Profiles.Profile own = profiles.of(caller.get());
        return Versioned.ofContent(MeResponse.from(own.user(), own.person(), own.unreadEvents(), own.removalAskedAt()));
    }
}
