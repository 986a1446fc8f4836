package health.miadi.patient.boundary;

import health.miadi.identity.control.DuplicateThrottle;
import health.miadi.identity.control.FreshProof;
import health.miadi.identity.entity.Role;
import health.miadi.identity.http.CurrentCaller;
import health.miadi.identity.http.CurrentPlace;
import health.miadi.patient.control.PatientQuery;
import health.miadi.patient.control.PatientRegistry;
import health.miadi.patient.control.PatientRepository;
import health.miadi.patient.entity.Patient;
import health.miadi.shared.http.IfMatch;
import health.miadi.shared.http.NamedIds;
import health.miadi.shared.http.PageParameters;
import health.miadi.shared.http.SearchText;
import health.miadi.shared.http.Versioned;
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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The patients' files. */
@Path("/patients")
@RequestScoped
@Tag(name = "Patients")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
public class PatientsResource {
    static final String PATH = "/api/v1/patients/";

    @EJB
    PatientRegistry registry;

    @EJB
    FreshProof proof;

    @EJB
    IdempotentCreation creation;

    @Inject
    DuplicateThrottle duplicates;

    @Inject
    CurrentCaller caller;

    @Inject
    CurrentPlace place;

    @GET
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER, Role.Name.PATIENT})
    @Operation(operationId = "listPatients", summary = "The patients that you may see, by name")
    @APIResponse(responseCode = "200", description = "A page of patients")
    public Page<PatientResponse> list(
            @Parameter(
                            description =
                                    "What is known of the patient, as one says it: words of the name in any order and without their"
                                            + " marks, an e-mail address, a phone number with or without its country, a"
                                            + " national id, the patient number with or without letters and zeros, the date"
                                            + " or year of birth",
                            schema = @Schema(type = SchemaType.STRING, maxLength = 100))
                    @QueryParam("search")
                    @Nullable
                    String search,
            @Parameter(description = "Only these, as far as you see them; can be given up to 100 times")
                    @QueryParam("id")
                    List<UUID> ids,
            @BeanParam PageParameters paging) {
        return page(
                new PatientQuery(SearchText.of(search), NamedIds.of(ids, "id")),
                paging.of(PatientRepository.SORT_KEYS));
    }

    @POST
    @Path("/search")
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER, Role.Name.PATIENT})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "searchPatients",
            summary = "The patients that you may see and look for, by name",
            description =
                    "The same as the list, with what is looked for in the body: addresses are kept where bodies are not.")
    @APIResponse(responseCode = "200", description = "A page of patients")
    public Page<PatientResponse> search(PatientSearchRequest request) {
        return page(
                new PatientQuery(SearchText.of(request.search(), "/search"), List.of()),
                PageParameters.query(request.limit(), request.cursor(), PatientRepository.SORT_KEYS));
    }

    private Page<PatientResponse> page(PatientQuery query, PageQuery page) {
        return Page.of(registry.list(caller.get(), query, page), page, PatientsResource::after)
                .map(PatientResponse::from);
    }

    private static Cursor after(Patient patient) {
        return Cursor.after(patient.sortName(), patient.id());
    }

    @POST
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createPatient", summary = "Open a patient's file")
    @Extension(name = "x-problems", value = "duplicate")
    @APIResponse(
            responseCode = "201",
            description = "The new file",
            content = @Content(schema = @Schema(implementation = PatientResponse.class)))
    public Created create(@HeaderParam("Idempotency-Key") @Nullable String key, PatientRequest request) {
        return creation.once(caller.get().userId(), key, "patients", request, () -> {
            Patient patient = registry.add(caller.get(), request.details());
            return Created.of(PATH + patient.id(), patient.id(), patient.version(), PatientResponse.from(patient));
        });
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER, Role.Name.PATIENT})
    @Operation(operationId = "getPatient", summary = "One patient's file")
    @APIResponse(responseCode = "200", description = "The file")
    public Versioned<PatientResponse> get(@PathParam("id") UUID id) {
        Patient patient = registry.get(caller.get(), id);
        return Versioned.of(id, patient.version(), PatientResponse.from(patient));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER, Role.Name.PATIENT})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "replacePatient", summary = "Correct a patient's file", description = """
                    The e-mail address of a patient with an account is what they sign in with, and changes with it: for the patient \
                    with `currentPassword` or, where the account has no password, within minutes of a sign-in, for admins, and for nobody else. Where the \
                    username is the address, it cannot be removed. What staff enter is confirmed by it, and refused where it is \
                    confirmed of somebody else. What patients enter is taken, whoever has it too, until staff confirm it, but \
                    for that address (R-PERS-2).""")
    @Extension(name = "x-problems", value = "duplicate, rate-limited, sign-in-again")
    @APIResponse(responseCode = "200", description = "The corrected file")
    public Versioned<PatientResponse> replace(
            @PathParam("id") UUID id, @BeanParam IfMatch ifMatch, PatientCorrectionRequest request) {
        if (registry.changesOwnAddress(caller.get(), id, ifMatch.version(), request.email())) {
            proof.requireForAddress(caller.token(), request.currentPassword(), place.get());
        }
        Patient patient = duplicates.ofChange(
                caller.get(), () -> registry.correct(caller.get(), id, ifMatch.version(), request.details()));
        return Versioned.of(id, patient.version(), PatientResponse.from(patient));
    }
}
