package health.miadi.patient.boundary;

import health.miadi.audit.control.AuditRefusals;
import health.miadi.audit.entity.AuditAction;
import health.miadi.audit.entity.AuditedEntity;
import health.miadi.identity.control.SecondFactors;
import health.miadi.identity.control.Sessions;
import health.miadi.identity.control.TokenResponse;
import health.miadi.identity.control.openid.FlowCookie;
import health.miadi.identity.control.openid.Landing;
import health.miadi.identity.control.openid.OpenIdFlow;
import health.miadi.identity.control.openid.OpenIdFlows;
import health.miadi.identity.control.openid.OpenIdIdentity;
import health.miadi.identity.control.openid.OpenIdLinks;
import health.miadi.identity.control.openid.OpenIdSettings;
import health.miadi.identity.entity.AccountFact;
import health.miadi.identity.entity.SecondFactor;
import health.miadi.identity.entity.User;
import health.miadi.identity.http.SessionCookies;
import health.miadi.identity.http.openid.OpenIdMechanism;
import health.miadi.identity.http.openid.SecondStepCookie;
import health.miadi.patient.control.OpenIdSignIn;
import health.miadi.shared.http.Asker;
import health.miadi.shared.http.Cookies;
import health.miadi.shared.http.ForeignParameters;
import health.miadi.shared.refusal.CommonFact;
import health.miadi.shared.refusal.Refusal;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where the provider sends people back to (R-AUTH-4). */
@Path("/auth/google/callback")
@RequestScoped
@Tag(name = "Accounts")
public class GoogleCallbackResource {
    /** What a provider says when it is itself in trouble (RFC 6749, 4.1.2.1). */
    private static final Set<String> TROUBLE = Set.of("server_error", "temporarily_unavailable");

    @Inject
    OpenIdSettings settings;

    @Inject
    OpenIdMechanism mechanism;

    @EJB
    OpenIdFlows flows;

    @EJB
    OpenIdLinks links;

    @EJB
    OpenIdSignIn signIn;

    @EJB
    Sessions sessions;

    @EJB
    SecondFactors factors;

    @EJB
    AuditRefusals refusals;

    @Inject
    SessionCookies cookies;

    @Inject
    HttpServletRequest request;

    @Context
    HttpServletResponse response;

    @Context
    HttpHeaders headers;

    @GET
    @PermitAll
    @ForeignParameters
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
    @Operation(
            operationId = "finishGoogleSignIn",
            summary = "Finish signing in with Google",
            description =
                    "The provider sends the browser here. Whoever is new becomes a patient. A browser is sent on to where"
                            + " it wanted to go, or to where the front end tells of the refusal; a program that asks for `application/json` gets its"
                            + " tokens. Other parameters that the provider adds are ignored. An account with a second factor is asked for it:"
                            + " the browser on the page of the sign-in, the program by `second-factor-required`.")
    @Extension(
            name = "x-problems",
            value =
                    "sign-in-failed, second-factor-required, email-not-verified, account-closed, account-conflict, not-found")
    @APIResponse(
            responseCode = "200",
            description = "Signed in",
            headers = @Header(name = "Set-Cookie", schema = @Schema(type = SchemaType.STRING)),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TokenResponse.class)))
    @APIResponse(
            responseCode = "303",
            description = "Sends the browser on",
            headers = {
                @Header(name = "Location", schema = @Schema(type = SchemaType.STRING)),
                @Header(name = "Set-Cookie", schema = @Schema(type = SchemaType.STRING))
            })
    public Response finish(
            @Parameter(description = "What names the sign-in.") @QueryParam("state") @Nullable String state,
            @Parameter(description = "What the provider gives out for the answer.") @QueryParam("code") @Nullable
                    String code,
            @Parameter(description = "Why there is no code.") @QueryParam("error") @Nullable String error) {
        settings.requireOn();
        FlowCookie cookie =
                FlowCookie.of(Cookies.named(FlowCookie.NAME, request)).orElse(null);
        OpenIdFlow flow = null;
        try {
            flow = flows.end(cookie, state);
            if (cookie == null || code == null || error != null) {
                throw refusedThere(error);
            }
            return finished(flow, mechanism.arrive(request, response, cookie));
        } catch (Refusal refusal) {
            // of a sign-in that was never begun here, anybody could make up any number; that of a second step is no
            // refusal
            if (flow != null
                    && refusal.fact() != CommonFact.UNAVAILABLE
                    && refusal.fact() != AccountFact.SECOND_FACTOR_REQUIRED) {
                refusals.note(AuditAction.SIGNED_IN, AuditedEntity.USER, null);
            }
            if (Asker.of(headers) != Asker.BROWSER) {
                throw refusal;
            }
            return sendOn(Landing.refused(refusal.fact(), flow), List.of());
        }
    }

    private Response finished(OpenIdFlow flow, OpenIdIdentity identity) {
        OpenIdFlow.Linking linking = flow.linking();
        if (linking != null) {
            links.link(linking, identity);
            return sendOn(flow.landing(), List.of());
        }
        User user = signIn.signIn(identity);
        if (user.hasSecondFactor()) {
            return secondStep(flow, user);
        }
        return Asker.of(headers) == Asker.PROGRAM ? tokens(user) : inBrowser(flow, user);
    }

    /** The provider's word is one factor; what the account asks for besides is asked for here (R-AUTH-10). */
    private Response secondStep(OpenIdFlow flow, User user) {
        String token = flows.beginSecondStep(user, flow);
        if (Asker.of(headers) == Asker.BROWSER) {
            return sendOn(Landing.secondStep(flow), List.of(SecondStepCookie.set(token)));
        }
        throw Refusal.of(
                        AccountFact.SECOND_FACTOR_REQUIRED,
                        "R-AUTH-10",
                        "The provider knows you. Send the second factor of your account to /auth/google/second-factor.")
                .with("methods", factors.methodsOf(user.id()))
                .with("secondStep", token);
    }

    private Response inBrowser(OpenIdFlow flow, User user) {
        List<String> sessionCookies = cookies.of(sessions.openAfterProvider(user, SecondFactor.NONE, true));
        UUID replaced = flow.replaces();
        if (replaced != null) {
            sessions.end(replaced);
        }
        return sendOn(flow.landing(), sessionCookies);
    }

    private static Refusal refusedThere(@Nullable String error) {
        return error != null && TROUBLE.contains(error)
                ? Refusal.of(CommonFact.UNAVAILABLE, "R-AUTH-4", "The sign-in provider is in trouble. Try again.")
                : Refusal.of(AccountFact.SIGN_IN_FAILED, "R-AUTH-4", "You, or the provider, did not agree to sign in.");
    }

    private Response tokens(User user) {
        return Response.ok(sessions.openAfterProvider(user, SecondFactor.NONE, false))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.SET_COOKIE, FlowCookie.clear())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private Response sendOn(Landing page, List<String> sessionCookies) {
        Response.ResponseBuilder answer = Response.status(Response.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, settings.addressOf(page))
                .header(HttpHeaders.SET_COOKIE, FlowCookie.clear())
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        sessionCookies.forEach(cookie -> answer.header(HttpHeaders.SET_COOKIE, cookie));
        return answer.build();
    }
}
