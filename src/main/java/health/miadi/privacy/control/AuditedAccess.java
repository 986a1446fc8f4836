package health.miadi.privacy.control;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the audit trail that is about a patient, or of something that the patient did.
 *
 * @param number grows with time
 * @param entityId what it was done to, null where that is no single thing
 * @param actorId the account that did it
 * @param reason as somebody gave it
 * @param detail in words of the application
 */
public record AuditedAccess(
        long number,
        Instant at,
        String action,
        String entity,
        @Nullable UUID entityId,
        @Nullable UUID actorId,
        String actorRole,
        String outcome,
        @Nullable String reason,
        @Nullable String detail) {
    /** The number alone. */
    @Override
    public String toString() {
        return "AuditedAccess " + number;
    }
}
