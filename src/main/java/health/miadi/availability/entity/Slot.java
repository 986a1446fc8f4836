package health.miadi.availability.entity;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/**
 * An offered appointment time {@code [start, end)} of one provider, computed and never stored.
 *
 * @param providerId whose it is
 * @param start when the appointment would begin
 * @param end when it would end, buffers not included
 */
public record Slot(UUID providerId, Instant start, Instant end) {

    /** Ids in the order in which their text sorts, which is the database's too; {@link UUID#compareTo} is not. */
    public static final Comparator<UUID> BY_ID = (a, b) -> {
        int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
    };

    /** The order of every answer: by start, then by provider. */
    public static final Comparator<Slot> IN_ORDER =
            Comparator.comparing(Slot::start).thenComparing(Slot::providerId, BY_ID);
}
