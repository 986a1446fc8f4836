package health.miadi.record.boundary;

import health.miadi.identity.entity.Role;
import health.miadi.identity.http.CurrentCaller;
import health.miadi.record.control.DiagnosisLimit;
import health.miadi.record.control.MedicalRecordRepository;
import health.miadi.record.control.ReadRecord;
import health.miadi.record.control.RecordQuery;
import health.miadi.record.control.RecordReading;
import health.miadi.shared.http.PageParameters;
import health.miadi.shared.http.SearchText;
import health.miadi.shared.http.Versioned;
import health.miadi.shared.paging.Cursor;
import health.miadi.shared.paging.Page;
import health.miadi.shared.paging.PageQuery;
import health.miadi.shared.refusal.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A caller's own medical records: a patient's, or those that a provider wrote (R-REC-2). */
@Path("/records")
@RequestScoped
@Tag(name = "Medical records")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
public class RecordsResource {
    @EJB
    RecordReading reading;

    @Inject
    DiagnosisLimit searches;

    @Inject
    CurrentCaller caller;

    @GET
    @RolesAllowed({Role.Name.PROVIDER, Role.Name.PATIENT})
    @Operation(operationId = "listRecords", summary = "Your own records, the latest visit first")
    @Extension(name = "x-problems", value = "rate-limited")
    @APIResponse(responseCode = "200", description = "A page of records")
    public Page<RecordResponse> list(
            @Parameter(description = "Only those of this patient") @QueryParam("patientId") @Nullable UUID patientId,
            @Parameter(
                            description =
                                    "Only those whose diagnosis contains this text, whatever its case and accents;"
                                            + " up to 100 characters. Those that cannot be decrypted are among them, marked")
                    @QueryParam("diagnosis")
                    @Nullable
                    String diagnosis,
            @Parameter(description = "The first instant at which the visit may have begun")
                    @QueryParam("from")
                    @Nullable
                    Instant from,
            @Parameter(description = "The first instant at which none begins any more") @QueryParam("to") @Nullable
                    Instant to,
            @BeanParam PageParameters paging) {
        requireOrder(from, to, "to");
        return page(
                new RecordQuery(patientId, SearchText.of(diagnosis, "diagnosis"), from, to),
                paging.of(MedicalRecordRepository.SORT_KEYS));
    }

    @POST
    @Path("/search")
    @RolesAllowed({Role.Name.PROVIDER, Role.Name.PATIENT})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "searchRecords",
            summary = "Your own records that you look for, the latest visit first",
            description =
                    "The same as the list, with what is looked for in the body: addresses are kept where bodies are not.")
    @Extension(name = "x-problems", value = "rate-limited")
    @APIResponse(responseCode = "200", description = "A page of records")
    public Page<RecordResponse> search(RecordSearchRequest request) {
        requireOrder(request.from(), request.to(), "/to");
        return page(
                new RecordQuery(
                        request.patientId(),
                        SearchText.of(request.diagnosis(), "/diagnosis"),
                        request.from(),
                        request.to()),
                PageParameters.query(request.limit(), request.cursor(), MedicalRecordRepository.SORT_KEYS));
    }

    private static void requireOrder(@Nullable Instant from, @Nullable Instant to, String name) {
        if (from != null && to != null && !from.isBefore(to)) {
            throw Refusal.invalid(name, "must be after from");
        }
    }

    private Page<RecordResponse> page(RecordQuery query, PageQuery page) {
        searches.count(caller.get(), query);
        return Page.of(reading.list(caller.get(), query, page), page, RecordsResource::after)
                .map(RecordResponse::from);
    }

    private static Cursor after(ReadRecord read) {
        return Cursor.after(read.record().visitAt(), read.record().id());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.Name.PROVIDER, Role.Name.PATIENT})
    @Operation(operationId = "getRecord", summary = "One of your records")
    @Extension(name = "x-problems", value = "record-unreadable")
    @APIResponse(responseCode = "200", description = "The record")
    public Versioned<RecordResponse> get(@PathParam("id") UUID id) {
        ReadRecord read = reading.byId(caller.get(), id);
        return Versioned.of(id, read.record().version(), RecordResponse.from(read));
    }

    @GET
    @Path("/{id}/versions")
    @RolesAllowed({Role.Name.PROVIDER, Role.Name.PATIENT})
    @Operation(
            operationId = "listRecordVersions",
            summary = "What a record said before and says now, the earliest first")
    @APIResponse(responseCode = "200", description = "A page of versions")
    public Page<RecordVersionResponse> versions(@PathParam("id") UUID id, @BeanParam PageParameters paging) {
        PageQuery page = paging.of(1);
        return Page.of(
                        reading.versions(caller.get(), id, page),
                        page,
                        read -> Cursor.after(read.version().number()))
                .map(RecordVersionResponse::from);
    }
}
