package health.miadi.insurance.boundary;

import health.miadi.identity.entity.Role;
import health.miadi.identity.http.CurrentCaller;
import health.miadi.insurance.control.InsuranceConfirmation;
import health.miadi.insurance.control.PolicyRules;
import health.miadi.insurance.entity.InsuranceCover;
import health.miadi.shared.http.IfMatch;
import health.miadi.shared.http.Versioned;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
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

/** Where staff confirm the policy number that a patient entered (R-PERS-2). */
@Path("/insurance/{id}/confirmations")
@RequestScoped
@Tag(name = "Insurance")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
public class InsuranceConfirmationsResource {
    @EJB
    InsuranceConfirmation confirmation;

    @Inject
    PolicyRules rules;

    @Inject
    CurrentCaller caller;

    @POST
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "confirmInsurance",
            summary = "Confirm a policy number",
            description =
                    "For staff who see the card. A number that is confirmed of another cover already is refused (`duplicate`),"
                            + " unless an admin gives a `reason` to take it from that one.")
    @Extension(name = "x-problems", value = "duplicate")
    @APIResponse(responseCode = "200", description = "The cover")
    public Versioned<InsuranceResponse> confirm(
            @PathParam("id") UUID id, @BeanParam IfMatch ifMatch, InsuranceConfirmationRequest request) {
        InsuranceCover cover = confirmation.confirm(caller.get(), id, ifMatch.version(), request.reason());
        return Versioned.of(id, cover.state(rules.today()), InsuranceResponse.from(cover, rules.today()));
    }
}
