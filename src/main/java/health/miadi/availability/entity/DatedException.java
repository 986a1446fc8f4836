package health.miadi.availability.entity;

import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A departure from the weekly rules on certain days of the provider's zone.
 *
 * @param kind absent, or extra hours
 * @param time when. Extra hours always have times
 */
public record DatedException(ExceptionKind kind, ExceptionTime time) {

    /** Days that a part past midnight may reach ahead: one, and one more where its end falls in a gap across midnight. */
    private static final int PAST_MIDNIGHT = 2;

    /**
     * @throws IllegalArgumentException when extra hours come without times
     */
    public DatedException {
        if (kind == ExceptionKind.EXTRA && time.startTime() == null) {
            throw new IllegalArgumentException("extra hours say from when to when");
        }
    }

    /** Whether {@code stretch} overlaps it in {@code zone}. */
    public boolean overlaps(Interval stretch, ZoneId zone) {
        LocalDate first = LocalDate.ofInstant(stretch.start(), zone).minusDays(PAST_MIDNIGHT);
        LocalDate last = LocalDate.ofInstant(stretch.end(), zone).plusDays(1);
        return time.stretches(first, last, zone).stream().anyMatch(stretch::overlaps);
    }
}
