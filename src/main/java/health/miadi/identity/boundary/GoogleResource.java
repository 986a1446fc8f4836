package health.miadi.identity.boundary;

import health.miadi.identity.control.FreshProof;
import health.miadi.identity.control.ProofRequest;
import health.miadi.identity.control.SecondFactorCheck;
import health.miadi.identity.control.SecondStep;
import health.miadi.identity.control.SessionRenewal;
import health.miadi.identity.control.Sessions;
import health.miadi.identity.control.TokenResponse;
import health.miadi.identity.control.openid.Departure;
import health.miadi.identity.control.openid.Landing;
import health.miadi.identity.control.openid.OpenIdFlow;
import health.miadi.identity.control.openid.OpenIdFlows;
import health.miadi.identity.control.openid.OpenIdLinks;
import health.miadi.identity.control.openid.OpenIdSettings;
import health.miadi.identity.entity.Caller;
import health.miadi.identity.entity.Role;
import health.miadi.identity.entity.SecondFactor;
import health.miadi.identity.entity.User;
import health.miadi.identity.http.CurrentCaller;
import health.miadi.identity.http.CurrentPlace;
import health.miadi.identity.http.OwnPages;
import health.miadi.identity.http.SessionCookies;
import health.miadi.identity.http.openid.OpenIdMechanism;
import health.miadi.identity.http.openid.SecondStepCookie;
import health.miadi.shared.http.Asker;
import health.miadi.shared.http.OptionalBody;
import health.miadi.shared.refusal.Refusal;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.UUID;
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

/** Where signing in with Google begins, and where people link it to their account (R-AUTH-4). */
@Path("/auth/google")
@RequestScoped
@Tag(name = "Accounts")
public class GoogleResource {
    private static final String SEE = "Sends the browser on";
    private static final String COOKIE = "Binds the sign-in to this browser, for ten minutes.";
    private static final String LANDING = "Where the browser lands in the end: a path on this server.";

    @Inject
    OpenIdSettings settings;

    @Inject
    OpenIdMechanism mechanism;

    @EJB
    OpenIdFlows flows;

    @EJB
    OpenIdLinks links;

    @EJB
    SessionRenewal renewal;

    @EJB
    FreshProof proof;

    @EJB
    Sessions sessions;

    @Inject
    SecondFactorCheck factors;

    @Inject
    SessionCookies cookies;

    @Inject
    OwnPages pages;

    @Inject
    CurrentPlace place;

    @Inject
    CurrentCaller caller;

    @Inject
    HttpServletRequest request;

    @Context
    HttpServletResponse response;

    @Context
    HttpHeaders headers;

    @GET
    @PermitAll
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
    @Operation(
            operationId = "startGoogleSignIn",
            summary = "Sign in with Google",
            description =
                    "Sends the browser to the provider, which sends it back to `/auth/google/callback`, or, while the"
                            + " provider cannot be reached, to where the front end says so. A program that asks for"
                            + " `application/json` gets the address instead.")
    @Extension(name = "x-problems", value = "not-found")
    @APIResponse(
            responseCode = "200",
            description = "The address to go to",
            headers = @Header(name = "Set-Cookie", description = COOKIE, schema = @Schema(type = SchemaType.STRING)),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = GoogleStartResponse.class)))
    @APIResponse(
            responseCode = "303",
            description = SEE,
            headers = {
                @Header(
                        name = "Location",
                        description = "The provider, or the front end.",
                        schema = @Schema(type = SchemaType.STRING)),
                @Header(name = "Set-Cookie", description = COOKIE, schema = @Schema(type = SchemaType.STRING))
            })
    public Response start(
            @Parameter(description = LANDING, schema = @Schema(maxLength = 500)) @QueryParam("redirect") @Nullable
                    String redirect) {
        settings.requireOn();
        OpenIdFlow flow = new OpenIdFlow(null, replaced(), Landing.of(redirect));
        try {
            Departure departure = depart(flow);
            return Asker.of(headers) == Asker.PROGRAM
                    ? address(departure)
                    : leaving(Response.status(Response.Status.SEE_OTHER), departure)
                            .location(departure.location())
                            .build();
        } catch (Refusal refusal) {
            if (Asker.of(headers) != Asker.BROWSER) {
                throw refusal;
            }
            return Response.status(Response.Status.SEE_OTHER)
                    .header(HttpHeaders.LOCATION, settings.addressOf(Landing.refused(refusal.fact(), flow)))
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .build();
        }
    }

    @POST
    @Path("/link")
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER, Role.Name.PATIENT})
    @Consumes(MediaType.APPLICATION_JSON)
    @SecurityRequirement(name = "bearer")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "linkGoogle",
            summary = "Link Google to the caller's account",
            description =
                    "Answers the provider's address, for the same browser to go to. Takes the current password, or, for an"
                            + " account without one, a sign-in within the last minutes. Once linked, all other sessions end.")
    @Extension(name = "x-problems", value = "not-found, account-conflict, sign-in-again, rate-limited")
    @APIResponse(
            responseCode = "200",
            description = "The address to go to",
            headers = @Header(name = "Set-Cookie", description = COOKIE, schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = GoogleStartResponse.class)))
    public Response link(
            @Parameter(description = LANDING, schema = @Schema(maxLength = 500)) @QueryParam("redirect") @Nullable
                    String redirect,
            @OptionalBody @Nullable ProofRequest request) {
        settings.requireOn();
        Caller own = caller.get();
        links.requireUnlinked(own);
        proof.require(caller.token(), ProofRequest.of(request), place.get());
        return address(depart(new OpenIdFlow(
                new OpenIdFlow.Linking(own.userId(), caller.token().session()), null, Landing.of(redirect))));
    }

    @POST
    @Path("/unlink")
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER, Role.Name.PATIENT})
    @SecurityRequirement(name = "bearer")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "unlinkGoogle",
            summary = "Unlink Google from the caller's account",
            description = "Takes the current password, and ends all other sessions.")
    @Extension(name = "x-problems", value = "only-sign-in, rate-limited")
    @APIResponse(responseCode = "204", description = "Not linked any more")
    public void unlink(@OptionalBody @Nullable ProofRequest request) {
        if (links.canUnlink(caller.get())) {
            proof.require(caller.token(), ProofRequest.of(request), place.get());
            links.unlink(caller.get(), caller.token().session());
        }
    }

    @POST
    @Path("/second-factor")
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "giveSecondFactor",
            summary = "Finish signing in with Google by a second factor",
            description =
                    "For accounts that have one. The provider's word is good for ten minutes: a browser has it in a cookie, a program as"
                            + " the `secondStep` of the refusal.")
    @Extension(name = "x-problems", value = "sign-in-failed, second-factor-required, account-closed, rate-limited")
    @APIResponse(
            responseCode = "200",
            description = "Signed in",
            headers = @Header(name = "Set-Cookie", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = TokenResponse.class)))
    @APIResponse(responseCode = "401", description = "The second factor is missing or wrong")
    @APIResponse(responseCode = "403", description = "A cookie came from another's page, or the account is closed")
    public Response secondFactor(ProviderSecondFactorRequest given) {
        boolean inBrowser = given.token() == null;
        if (inBrowser) {
            pages.require(request);
        }
        String token = inBrowser ? SecondStepCookie.of(request).orElse(null) : given.token();
        User user = flows.inSecondStep(token);
        OpenIdLinks.requireEnabled(user);
        SecondFactor factor = user.hasSecondFactor()
                ? factors.required(user, new SecondStep(given.code(), given.passkey()))
                : SecondFactor.NONE;
        flows.endSecondStep(Objects.requireNonNull(token));
        TokenResponse tokens = sessions.openAfterProvider(user, factor, inBrowser);
        return cookies.opened(Response.ok().header(HttpHeaders.SET_COOKIE, SecondStepCookie.clear()), tokens);
    }

    /** The session that this browser has: its page sends the cookie here, but not when it comes back from the provider. */
    private @Nullable UUID replaced() {
        return renewal.inBrowser(SessionCookies.refreshTokens(request)).stream()
                .findFirst()
                .orElse(null);
    }

    private Departure depart(OpenIdFlow flow) {
        Departure departure = mechanism.depart(request, response);
        flows.begin(departure.cookie(), flow);
        return departure;
    }

    private static Response address(Departure departure) {
        return leaving(Response.ok(), departure)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(new GoogleStartResponse(departure.location().toString()))
                .build();
    }

    private static Response.ResponseBuilder leaving(Response.ResponseBuilder answer, Departure departure) {
        return answer.header(HttpHeaders.SET_COOKIE, departure.cookie().set())
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
