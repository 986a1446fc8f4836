package health.miadi.audit.boundary;

import health.miadi.audit.control.AuditListRepository;
import health.miadi.audit.control.AuditQuery;
import health.miadi.audit.control.AuditReading;
import health.miadi.audit.control.AuditVerification;
import health.miadi.audit.entity.AuditAction;
import health.miadi.audit.entity.AuditEntry;
import health.miadi.audit.entity.AuditedEntity;
import health.miadi.audit.entity.ChainHead;
import health.miadi.shared.http.PageParameters;
import health.miadi.shared.paging.Cursor;
import health.miadi.shared.paging.Page;
import health.miadi.shared.paging.PageQuery;
import health.miadi.shared.refusal.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The audit trail, for admins (R-REC-5). */
@Path("/audit")
@RequestScoped
@Tag(name = "Audit")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {
    /** The role's word: roles belong to a feature that stands above this one. */
    private static final String ADMIN = "admin";

    @EJB
    AuditReading reading;

    @EJB
    AuditVerification verification;

    @GET
    @RolesAllowed(ADMIN)
    @Operation(
            operationId = "listAuditEntries",
            summary = "Who did what, the newest first",
            description = "Asking leaves an entry, too.")
    @APIResponse(responseCode = "200", description = "A page of entries")
    public Page<AuditEntryResponse> list(
            @Parameter(description = "Only what this account did") @QueryParam("actorId") @Nullable UUID actorId,
            @Parameter(description = "Only when this was done, or tried") @QueryParam("action") @Nullable
                    AuditAction action,
            @Parameter(description = "Only what was done to things of this kind") @QueryParam("entity") @Nullable
                    AuditedEntity entity,
            @Parameter(description = "Only what was done to this thing") @QueryParam("entityId") @Nullable
                    UUID entityId,
            @Parameter(description = "The first instant") @QueryParam("from") @Nullable Instant from,
            @Parameter(description = "The first instant that is not wanted any more") @QueryParam("to") @Nullable
                    Instant to,
            @BeanParam PageParameters paging) {
        if (from != null && to != null && !from.isBefore(to)) {
            throw Refusal.invalid("to", "must be after from");
        }
        PageQuery page = paging.of(AuditListRepository.SORT_KEYS);
        AuditQuery query = new AuditQuery(actorId, action, entity, entityId, from, to);
        return Page.of(reading.list(query, page), page, AuditResource::after).map(AuditEntryResponse::from);
    }

    private static Cursor after(AuditEntry entry) {
        return Cursor.after(entry.at(), entry.key().id());
    }

    @GET
    @Path("/verify")
    @RolesAllowed(ADMIN)
    @Operation(
            operationId = "verifyAuditTrail",
            summary = "Whether the audit trail was changed",
            description =
                    "Reads all of it. Note the head that it answers somewhere else: with a head noted earlier it finds"
                            + " out, too, whether the end was cut off or everything made anew. All admins together may ask"
                            + " so often an hour.")
    @Extension(name = "x-problems", value = "rate-limited")
    @APIResponse(responseCode = "200", description = "What was found")
    public AuditVerificationResponse verify(
            @Parameter(
                            description = "The position of a head noted earlier; goes with its hash",
                            schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "1"))
                    @QueryParam("position")
                    @Nullable
                    Long position,
            @Parameter(
                            description = "The hash of a head noted earlier; goes with its position",
                            schema = @Schema(type = SchemaType.STRING, pattern = "[0-9a-fA-F]{64}"))
                    @QueryParam("hash")
                    @Nullable
                    String hash) {
        return AuditVerificationResponse.from(verification.verify(head(position, hash)));
    }

    private static @Nullable ChainHead head(@Nullable Long position, @Nullable String hash) {
        if (position == null && hash == null) {
            return null;
        }
        if (position == null || position < 1) {
            throw Refusal.invalid("position", "must be a number from 1, and goes with hash");
        }
        if (hash == null || !hash.matches("[0-9a-fA-F]{64}")) {
            throw Refusal.invalid("hash", "must have 64 hexadecimal digits, and goes with position");
        }
        return new ChainHead(position, hash.toLowerCase(Locale.ROOT));
    }
}
