package health.miadi.identity.boundary;

import health.miadi.identity.control.FreshProof;
import health.miadi.identity.control.ProofRequest;
import health.miadi.identity.control.SecondFactorCheck;
import health.miadi.identity.control.SecondFactors;
import health.miadi.identity.entity.Role;
import health.miadi.identity.http.CurrentCaller;
import health.miadi.identity.http.CurrentPlace;
import health.miadi.shared.http.OptionalBody;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The caller's second factor: an authenticator app, and recovery codes (R-AUTH-10). */
@Path("/auth/totp")
@RequestScoped
@Tag(name = "Accounts")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
public class AuthenticatorAppResource {
    @EJB
    SecondFactors factors;

    @EJB
    FreshProof proof;

    @Inject
    SecondFactorCheck check;

    @Inject
    CurrentCaller caller;

    @Inject
    CurrentPlace place;

    @GET
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER, Role.Name.PATIENT})
    @Operation(operationId = "getAuthenticatorApp", summary = "Whether the caller has an authenticator app")
    @APIResponse(responseCode = "200", description = "Since when, and how many recovery codes are left")
    public AuthenticatorAppResponse get() {
        return AuthenticatorAppResponse.from(factors.of(user()));
    }

    @POST
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER, Role.Name.PATIENT})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "beginAuthenticatorApp",
            summary = "Begin to set up an authenticator app",
            description =
                    "Answers the secret that the app takes. It counts once its first code comes to `/auth/totp/confirmation`, within"
                            + " half an hour. Takes a fresh proof, as linking Google does.")
    @Extension(name = "x-problems", value = "account-conflict, sign-in-again, rate-limited")
    @APIResponse(responseCode = "200", description = "What the app takes")
    public NewAuthenticatorAppResponse begin(@OptionalBody @Nullable ProofRequest request) {
        requireProof(request);
        return NewAuthenticatorAppResponse.from(factors.begin(user()));
    }

    @POST
    @Path("/confirmation")
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER, Role.Name.PATIENT})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "confirmAuthenticatorApp",
            summary = "Confirm an authenticator app by its first code",
            description =
                    "From now on signing in takes a code besides the password. All other sessions of the account end.")
    @Extension(name = "x-problems", value = "rate-limited")
    @APIResponse(responseCode = "200", description = "Ten recovery codes, shown this once")
    public RecoveryCodesResponse confirm(FirstCodeRequest request) {
        return RecoveryCodesResponse.from(
                check.confirm(user(), request.code(), caller.token().session()));
    }

    @POST
    @Path("/recovery-codes")
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER, Role.Name.PATIENT})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "renewRecoveryCodes",
            summary = "Make new recovery codes",
            description = "The former ones work no more. Takes a fresh proof.")
    @Extension(name = "x-problems", value = "account-conflict, sign-in-again, rate-limited")
    @APIResponse(responseCode = "200", description = "Ten recovery codes, shown this once")
    public RecoveryCodesResponse renewCodes(@OptionalBody @Nullable ProofRequest request) {
        requireProof(request);
        return RecoveryCodesResponse.from(factors.renewCodes(user()));
    }

    @POST
    @Path("/removal")
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER, Role.Name.PATIENT})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "removeAuthenticatorApp",
            summary = "Remove the authenticator app and the recovery codes",
            description = "The password alone signs in from now on. All other sessions end. Takes a fresh proof.")
    @Extension(name = "x-problems", value = "sign-in-again, rate-limited")
    @APIResponse(responseCode = "204", description = "There is no second factor")
    public void remove(@OptionalBody @Nullable ProofRequest request) {
        requireProof(request);
        factors.remove(user(), caller.token().session());
    }

    private void requireProof(@Nullable ProofRequest request) {
        proof.require(caller.token(), ProofRequest.of(request), place.get());
    }

    private UUID user() {
        return caller.get().userId();
    }
}
