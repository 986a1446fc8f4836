package health.miadi.appointment.control;

import health.miadi.availability.control.SlotWish;
import health.miadi.availability.entity.MovingVisit;
import health.miadi.identity.entity.Caller;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody wants an appointment moved to.
 *
 * @param providerId to whom, null for the same provider
 * @param durationMinutes how long it takes then: as long as its type says now, or any length for one of no type; null for as long as
 *     before
 * @param reason why
 * @param overrideReason why staff may leave the rules of offered times aside (R-BOOK-4)
 */
public record Move(
        Instant start,
        @Nullable UUID providerId,
        @Nullable Integer durationMinutes,
        @Nullable String reason,
        @Nullable String overrideReason) {
    /** What it wishes for when that appointment moves. */
    SlotWish of(MovingVisit moving, Caller caller) {
        return SlotWish.toMove(moving, durationMinutes, caller.isPatient());
    }

    /** Where to, and nothing of the reason. */
    @Override
    public String toString() {
        return "Move to " + start;
    }
}
