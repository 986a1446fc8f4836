package health.miadi.availability.entity;

import health.miadi.shared.refusal.Refusal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An appointment for which another time is looked for (R-BOOK-9).
 *
 * @param typeId of what type it is, or null: of none
 * @param time {@code [start, end)} as it is agreed now
 * @param refusal why it cannot be moved at all by who asks, or null: it can
 */
public record MovingVisit(
        UUID id,
        UUID providerId,
        UUID patientId,
        @Nullable UUID typeId,
        Interval time,
        @Nullable Refusal refusal) {
    /** How long it takes now, in minutes. */
    public int minutes() {
        return Math.toIntExact(time.length().toMinutes());
    }

    /** Says nothing of the patient. */
    @Override
    public String toString() {
        return "MovingVisit " + id;
    }
}
