package health.miadi.availability.boundary;

import health.miadi.shared.refusal.FieldError;
import health.miadi.shared.refusal.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The stretch of time in which a search looks for slots: both ends given, the right way round, 92 days at most.
 *
 * @param from the first instant at which a slot may start
 * @param to the first instant after it at which none may start
 */
record SlotRange(Instant from, Instant to) {
    private static final Duration LONGEST = Duration.ofDays(92);
    /** What PostgreSQL and all the arithmetic can bear, and nobody needs more. */
    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9900-01-01T00:00:00Z");

    /**
     * @throws Refusal {@code validation} when an end is missing, the range is empty, or longer than 92 days
     */
    static SlotRange of(@Nullable Instant from, @Nullable Instant to) {
        var faults = new ArrayList<FieldError>();
        if (from == null || from.isBefore(FIRST)) {
            faults.add(new FieldError("from", "is required, and not before 1900"));
        }
        if (to == null || to.isAfter(LAST)) {
            faults.add(new FieldError("to", "is required, and before the year 9900"));
        }
        if (from == null || to == null || !faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        if (!from.isBefore(to)) {
            throw Refusal.invalid("to", "must be after from");
        }
        if (Duration.between(from, to).compareTo(LONGEST) > 0) {
            throw Refusal.invalid("to", "must be at most " + LONGEST.toDays() + " days after from");
        }
        return new SlotRange(from, to);
    }

    static boolean isSane(Instant instant) {
        return !instant.isBefore(FIRST) && instant.isBefore(LAST);
    }
}
