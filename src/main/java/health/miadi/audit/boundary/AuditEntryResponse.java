package health.miadi.audit.boundary;

import health.miadi.audit.entity.AuditEntry;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done or refused.
 *
 * @param id a number that no other entry has
 * @param at when, by the database's clock
 * @param actorId the account of who did it; null for the application itself, for a stranger, and at the console
 * @param actorRole admin, provider or patient; system for the application itself, anonymous for a stranger
 * @param actorName at the console, who sits there as the operating system knows them
 * @param action what was done, a past participle: read, changed, booked, signed_in
 * @param entity to what kind of thing
 * @param entityId to which one; null where it was no single one, or nothing known
 * @param outcome done or refused
 * @param reason that a person gave, where a rule asks for one
 * @param address from where
 * @param requestId by which the log tells of the request; a client may have chosen it
 * @param serverRequestId that the server gave the request, and no other
 * @param detail what the application adds: the names of the fields that changed, the filter of a list and how many it showed,
 *     the kind of refusal
 */
public record AuditEntryResponse(
        Long id,
        Instant at,
        @Nullable UUID actorId,

        @Schema(enumeration = {"admin", "provider", "patient", "system", "anonymous"})
        String actorRole,

        @Nullable String actorName,
        String action,
        String entity,
        @Nullable UUID entityId,
        @Schema(enumeration = {"done", "refused"}) String outcome,
        @Nullable String reason,
        @Nullable String address,
        @Nullable String requestId,
        @Nullable String serverRequestId,
        @Nullable String detail) {
    static AuditEntryResponse from(AuditEntry entry) {
        return new AuditEntryResponse(
                entry.key().id(),
                entry.at(),
                entry.actorId(),
                entry.actorRole(),
                entry.actorName(),
                entry.action(),
                entry.entity(),
                entry.entityId(),
                entry.outcome(),
                entry.reason(),
                entry.address(),
                entry.requestId(),
                entry.serverRequestId(),
                entry.detail());
    }

    /** The number alone. */
    @Override
    public String toString() {
        return "AuditEntryResponse " + id;
    }
}
