package health.miadi.audit.control;

import health.miadi.audit.entity.AuditAction;
import health.miadi.audit.entity.AuditedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are wanted; null stands for any.
 *
 * @param from the first instant
 * @param to the first instant that is not wanted any more
 */
public record AuditQuery(
        @Nullable UUID actorId,
        @Nullable AuditAction action,
        @Nullable AuditedEntity entity,
        @Nullable UUID entityId,
        @Nullable Instant from,
        @Nullable Instant to) {}
