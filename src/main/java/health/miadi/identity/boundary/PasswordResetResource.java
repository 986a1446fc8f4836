package health.miadi.identity.boundary;

import health.miadi.identity.control.CodeRedemption;
import health.miadi.identity.control.OneTimeCode;
import health.miadi.identity.http.CurrentPlace;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where people who have forgotten their password set a new one, with a code that an admin gave them. */
@Path("/auth/password-reset")
@RequestScoped
@Tag(name = "Accounts")
@Produces(MediaType.APPLICATION_JSON)
public class PasswordResetResource {
    @Inject
    CodeRedemption codes;

    @Inject
    CurrentPlace place;

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "redeemPasswordReset",
            summary = "Set a new password with a one-time code",
            description = "All sessions of the account end. A password that is refused does not use the code up.")
    @Extension(name = "x-problems", value = "unauthenticated, rate-limited")
    @APIResponse(responseCode = "204", description = "The new password is set: sign in with it")
    public void redeem(PasswordResetRequest request) {
        codes.setPassword(OneTimeCode.typed(request.code()), request.newPassword(), place.get());
    }
}
