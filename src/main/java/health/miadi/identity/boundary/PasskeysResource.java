package health.miadi.identity.boundary;

import health.miadi.identity.control.CurrentPasskeySite;
import health.miadi.identity.control.FreshProof;
import health.miadi.identity.control.Passkeys;
import health.miadi.identity.control.ProofRequest;
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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The caller's passkeys (R-AUTH-18). */
@Path("/auth/passkeys")
@RequestScoped
@Tag(name = "Accounts")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
public class PasskeysResource {
    @EJB
    Passkeys passkeys;

    @EJB
    FreshProof proof;

    @Inject
    CurrentPasskeySite site;

    @Inject
    CurrentCaller caller;

    @Inject
    CurrentPlace place;

    @GET
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER, Role.Name.PATIENT})
    @Operation(operationId = "listPasskeys", summary = "The caller's passkeys, the eldest first")
    @APIResponse(responseCode = "200", description = "All of them")
    public PasskeyListResponse list() {
        return PasskeyListResponse.from(passkeys.of(user()));
    }

    @POST
    @Path("/options")
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER, Role.Name.PATIENT})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "beginPasskey",
            summary = "Begin to add a passkey",
            description =
                    "Answers what the browser hands to `navigator.credentials.create`; what that makes comes to `/auth/passkeys` within five minutes."
                            + " Takes a fresh proof, as linking Google does.")
    @Extension(name = "x-problems", value = "account-conflict, sign-in-again, rate-limited")
    @APIResponse(responseCode = "200", description = "What the browser takes")
    public PasskeyOptionsResponse begin(@OptionalBody @Nullable ProofRequest request) {
        requireProof(request);
        return PasskeyOptionsResponse.from(passkeys.begin(user(), caller.token().session(), site.get()));
    }

    @POST
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER, Role.Name.PATIENT})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "addPasskey",
            summary = "Add the passkey that the browser has made",
            description =
                    "From now on it signs in by itself, and the password takes a second factor besides. All other sessions of the account end.")
    @Extension(name = "x-problems", value = "account-conflict, duplicate")
    @APIResponse(
            responseCode = "200",
            description = "The passkey; with the first one ten recovery codes, shown this once")
    public AddedPasskeyResponse add(NewPasskeyRequest request) {
        return AddedPasskeyResponse.from(
                passkeys.add(user(), caller.token().session(), site.get(), request.credential(), request.name()));
    }

    @PUT
    @Path("/{id}/name")
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER, Role.Name.PATIENT})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "renamePasskey", summary = "Call one of the caller's passkeys otherwise")
    @APIResponse(responseCode = "204", description = "Renamed")
    public void rename(@PathParam("id") UUID id, PasskeyNameRequest request) {
        passkeys.rename(user(), id, request.name());
    }

    @POST
    @Path("/{id}/removal")
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER, Role.Name.PATIENT})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "removePasskey",
            summary = "Remove one of the caller's passkeys",
            description =
                    "It signs in no more. All other sessions end; with the last second factor the recovery codes go, and the password alone signs in."
                            + " Takes a fresh proof.")
    @Extension(name = "x-problems", value = "sign-in-again, rate-limited")
    @APIResponse(responseCode = "204", description = "Removed")
    public void remove(@PathParam("id") UUID id, @OptionalBody @Nullable ProofRequest request) {
        requireProof(request);
        passkeys.remove(user(), id, caller.token().session());
    }

    private void requireProof(@Nullable ProofRequest request) {
        proof.require(caller.token(), ProofRequest.of(request), place.get());
    }

    private UUID user() {
        return caller.get().userId();
    }
}
