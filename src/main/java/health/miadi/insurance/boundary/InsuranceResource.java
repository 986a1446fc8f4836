package health.miadi.insurance.boundary;

import health.miadi.identity.entity.Role;
import health.miadi.identity.http.CurrentCaller;
import health.miadi.insurance.control.InsuranceRegistry;
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
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
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

/** One insurance cover (R-INS-1). */
@Path("/insurance/{id}")
@RequestScoped
@Tag(name = "Insurance")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
public class InsuranceResource {
    @EJB
    InsuranceRegistry registry;

    @Inject
    PolicyRules rules;

    @Inject
    CurrentCaller caller;

    @GET
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER, Role.Name.PATIENT})
    @Operation(operationId = "getInsurance", summary = "One insurance cover")
    @APIResponse(responseCode = "200", description = "The cover")
    public Versioned<InsuranceResponse> get(@PathParam("id") UUID id) {
        InsuranceCover cover = registry.get(caller.get(), id);
        return Versioned.of(id, cover.state(rules.today()), body(cover));
    }

    @PUT
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER, Role.Name.PATIENT})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "replaceInsurance",
            summary = "Correct an insurance cover",
            description =
                    "Appointments that name it go on naming it. An expiry date in the past may stay as it is; another"
                            + " one in the past is refused. Another policy number is confirmed when staff enter it, and not any more"
                            + " when the patient does (R-PERS-2).")
    @Extension(name = "x-problems", value = "duplicate")
    @APIResponse(responseCode = "200", description = "The corrected cover")
    public Versioned<InsuranceResponse> replace(
            @PathParam("id") UUID id, @BeanParam IfMatch ifMatch, InsuranceRequest request) {
        InsuranceCover cover = registry.correct(caller.get(), id, ifMatch.version(), request.policy());
        return Versioned.of(id, cover.state(rules.today()), body(cover));
    }

    @DELETE
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER, Role.Name.PATIENT})
    @Operation(operationId = "deleteInsurance", summary = "Remove an insurance cover that no appointment names")
    @Extension(name = "x-problems", value = "in-use")
    @APIResponse(responseCode = "204", description = "Removed")
    public void delete(@PathParam("id") UUID id, @BeanParam IfMatch ifMatch) {
        registry.remove(caller.get(), id, ifMatch.version());
    }

    private InsuranceResponse body(InsuranceCover cover) {
        return InsuranceResponse.from(cover, rules.today());
    }
}
