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

/** Where a new clinic gets its first admin (R-AUTH-9). */
@Path("/auth/setup")
@RequestScoped
@Tag(name = "Accounts")
@Produces(MediaType.APPLICATION_JSON)
public class SetupResource {
    @Inject
    CodeRedemption codes;

    @Inject
    CurrentPlace place;

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "setUp",
            summary = "Open the first admin's account",
            description =
                    "With the setup code that the server wrote to its log because the clinic has no admin. Once there is"
                            + " one, there is nothing here.")
    @Extension(name = "x-problems", value = "duplicate, not-found, unauthenticated, rate-limited")
    @APIResponse(responseCode = "204", description = "The account is open: sign in with it")
    public void setUp(SetupRequest request) {
        codes.openFirstAdmin(OneTimeCode.typed(request.code()), request.username(), request.password(), place.get());
    }
}
