package health.miadi.identity.boundary;

import health.miadi.identity.control.CurrentPasskeySite;
import health.miadi.identity.control.PasskeyChallenges;
import health.miadi.identity.control.PasskeyCheck;
import health.miadi.identity.control.PasskeyCookie;
import health.miadi.identity.control.PasskeySite;
import health.miadi.identity.control.Sessions;
import health.miadi.identity.control.TokenResponse;
import health.miadi.identity.entity.SecondFactor;
import health.miadi.identity.entity.User;
import health.miadi.identity.http.CurrentPlace;
import health.miadi.identity.http.OwnPages;
import health.miadi.identity.http.SessionCookies;
import health.miadi.shared.http.HeldRefusals;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Signing in with a passkey (R-AUTH-18). */
@Path("/auth/passkeys")
@RequestScoped
@Tag(name = "Accounts")
@Produces(MediaType.APPLICATION_JSON)
public class PasskeySignInResource {
    @EJB
    PasskeyChallenges challenges;

    @Inject
    PasskeyCheck check;

    @EJB
    Sessions sessions;

    @Inject
    SessionCookies cookies;

    @Inject
    OwnPages pages;

    @Inject
    CurrentPasskeySite site;

    @Inject
    CurrentPlace place;

    @Inject
    HttpServletRequest request;

    @Inject
    HeldRefusals refusals;

    @Context
    Providers providers;

    @POST
    @Path("/challenge")
    @PermitAll
    @Operation(
            operationId = "beginPasskeySignIn",
            summary = "Begin to show a passkey",
            description =
                    "Answers what the browser hands to `navigator.credentials.get`. Whatever comes of it is good for signing in, as the second factor"
                            + " besides a password, and as a fresh proof.")
    @Extension(name = "x-problems", value = "rate-limited")
    @APIResponse(
            responseCode = "200",
            description = "What to sign",
            headers =
                    @Header(
                            name = HttpHeaders.SET_COOKIE,
                            description = "Binds it to this browser, for five minutes.",
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = PasskeyChallengeResponse.class)))
    public Response challenge() {
        String known = site.get().browser();
        String browser = known == null ? PasskeyCookie.newValue() : known;
        PasskeySite here = site.with(browser);
        return Response.ok(PasskeyChallengeResponse.of(challenges.ofBrowser(browser, place.get()), here))
                .header(HttpHeaders.SET_COOKIE, PasskeyCookie.set(browser))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @POST
    @Path("/sign-in")
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "signInWithPasskey",
            summary = "Sign in with a passkey",
            description =
                    "Without a name or a password: the passkey says whose it is, and its user was verified by the device, which is both factors.")
    @Extension(name = "x-problems", value = "account-closed, rate-limited")
    @APIResponse(
            responseCode = "200",
            description = "Signed in",
            headers =
                    @Header(
                            name = HttpHeaders.SET_COOKIE,
                            description = "A browser's session",
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = TokenResponse.class)))
    @APIResponse(responseCode = "401", description = "The passkey is not taken")
    @APIResponse(
            responseCode = "403",
            description = "A cookie was asked for from another's page, or the account is closed")
    public CompletionStage<Response> signIn(PasskeySignInRequest given) {
        boolean inBrowser = pages.wantCookie(request, given.cookie());
        return refusals.holding(providers, () -> {
            User user = check.signIn(given.passkey(), site.get(), place.get());
            TokenResponse tokens = sessions.open(user, SecondFactor.PASSKEY_ALONE, inBrowser);
            return cookies.opened(Response.ok(), tokens);
        });
    }
}
