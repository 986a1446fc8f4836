package health.miadi.appointment.control;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody wants an appointment moved to.
 *
 * @param providerId to whom, null for the same provider
 * @param durationMinutes how long one of no type takes then, null for as long as before
 * @param reason why
 * @param overrideReason why staff may leave the rules of offered times aside (R-BOOK-4)
 */
public record Move(
        Instant start,
        @Nullable UUID providerId,
        @Nullable Integer durationMinutes,
        @Nullable String reason,
        @Nullable String overrideReason) {}
