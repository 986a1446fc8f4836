package health.miadi.patient.boundary;

import health.miadi.identity.control.DuplicateThrottle;
import health.miadi.identity.control.NewPasswordLimits;
import health.miadi.identity.control.Passwords;
import health.miadi.identity.control.Sessions;
import health.miadi.identity.control.TokenResponse;
import health.miadi.identity.entity.User;
import health.miadi.identity.http.CurrentPlace;
import health.miadi.identity.http.OwnPages;
import health.miadi.identity.http.SessionCookies;
import health.miadi.patient.control.PatientRegistration;
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
import java.net.URI;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where people register as patients. */
@Path("/auth/register")
@RequestScoped
@Tag(name = "Accounts")
@Produces(MediaType.APPLICATION_JSON)
public class RegistrationResource {
    @EJB
    PatientRegistration registration;

    @EJB
    Sessions sessions;

    @Inject
    SessionCookies cookies;

    @Inject
    OwnPages pages;

    @Inject
    HttpServletRequest servletRequest;

    @Inject
    Passwords passwords;

    @Inject
    CurrentPlace place;

    @Inject
    NewPasswordLimits limits;

    @Inject
    HeldRefusals refusals;

    @Context
    Providers providers;

    @Inject
    DuplicateThrottle duplicates;

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "register", summary = "Register as a patient")
    @Extension(name = "x-problems", value = "duplicate, rate-limited")
    @APIResponse(
            responseCode = "201",
            description = "Registered and signed in",
            headers =
                    @Header(
                            name = HttpHeaders.SET_COOKIE,
                            description = "A browser's session",
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = TokenResponse.class)))
    @APIResponse(responseCode = "403", description = "A cookie was asked for from another's page")
    public CompletionStage<Response> register(RegistrationRequest request) {
        boolean inBrowser = pages.wantCookie(servletRequest, request.cookie());
        return refusals.holding(providers, () -> answer(request, inBrowser));
    }

    private Response answer(RegistrationRequest request, boolean inBrowser) {
        limits.requireRegistration(place.get());
        User user = duplicates.ofRegistration(place.get(), request.email(), () -> registered(request));
        TokenResponse tokens = sessions.open(user, inBrowser);
        return cookies.opened(Response.created(URI.create("/api/v1/auth/me")), tokens);
    }

    /**
     * Hashing takes its turn between two transactions, not within one. Whether the address is taken is asked after it: a password that is
     * refused says nothing of it, and neither does the time (R-PERS-2).
     */
    private User registered(RegistrationRequest request) {
        registration.requirePossible(request.details());
        String hash = passwords.accept(request.password(), "/password", request.email());
        return registration.register(request.details(), request.email(), hash);
    }
}
