package health.miadi.insurance.boundary;

import health.miadi.identity.entity.Role;
import health.miadi.identity.http.CurrentCaller;
import health.miadi.insurance.control.InsuranceRegistry;
import health.miadi.insurance.control.InsuranceRepository;
import health.miadi.insurance.control.PolicyRules;
import health.miadi.insurance.entity.InsuranceCover;
import health.miadi.shared.http.PageParameters;
import health.miadi.shared.idempotency.Created;
import health.miadi.shared.idempotency.IdempotentCreation;
import health.miadi.shared.paging.Cursor;
import health.miadi.shared.paging.Page;
import health.miadi.shared.paging.PageQuery;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The covers of one patient (R-INS-1). */
@Path("/patients/{id}/insurance")
@RequestScoped
@Tag(name = "Insurance")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
public class PatientInsuranceResource {
    private static final String PATH = "/api/v1/insurance/";

    @EJB
    InsuranceRegistry registry;

    @EJB
    IdempotentCreation creation;

    @Inject
    PolicyRules rules;

    @Inject
    CurrentCaller caller;

    @GET
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER, Role.Name.PATIENT})
    @Operation(operationId = "listInsurance", summary = "The insurance covers of a patient, the oldest first")
    @APIResponse(responseCode = "200", description = "A page of them, expired ones included")
    public Page<InsuranceResponse> list(@PathParam("id") UUID id, @BeanParam PageParameters paging) {
        PageQuery page = paging.of(InsuranceRepository.SORT_KEYS);
        return Page.of(registry.list(caller.get(), id, page), page, cover -> Cursor.after(cover.id()))
                .map(this::body);
    }

    @POST
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER, Role.Name.PATIENT})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createInsurance",
            summary = "Add an insurance cover",
            description =
                    "One that has expired everywhere is refused. A policy number that staff enter is confirmed by it, and refused"
                            + " where another cover's is the same and confirmed, whatever its case and spaces. A patient's own is"
                            + " taken, whoever has it, until staff confirm it (R-PERS-2).")
    @Extension(name = "x-problems", value = "duplicate")
    @APIResponse(
            responseCode = "201",
            description = "The new cover",
            content = @Content(schema = @Schema(implementation = InsuranceResponse.class)))
    public Created create(
            @PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String key, InsuranceRequest request) {
        return creation.once(caller.get().userId(), key, "insurance of " + id, request, () -> add(id, request));
    }

    private Created add(UUID id, InsuranceRequest request) {
        InsuranceCover cover = registry.add(caller.get(), id, request.policy());
        return Created.of(PATH + cover.id(), cover.id(), cover.state(rules.today()), body(cover));
    }

    private InsuranceResponse body(InsuranceCover cover) {
        return InsuranceResponse.from(cover, rules.today());
    }
}
