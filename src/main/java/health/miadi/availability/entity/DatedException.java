package health.miadi.availability.entity;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A departure from the weekly rules on certain days of the provider's zone.
 *
 * @param kind absent, or extra hours
 * @param firstDay the first of its days
 * @param lastDay the last of its days, included
 * @param span the part of each of its days, or null: the whole days. Extra hours always have one
 */
public record DatedException(
        ExceptionKind kind,
        LocalDate firstDay,
        LocalDate lastDay,
        @Nullable WallSpan span) {

    /** Days that a part past midnight may reach ahead: one, and one more where its end falls in a gap across midnight. */
    private static final int PAST_MIDNIGHT = 2;

    /**
     * @throws IllegalArgumentException when the last day is before the first, or extra hours come without times
     */
    public DatedException {
        if (lastDay.isBefore(firstDay)) {
            throw new IllegalArgumentException("the last day is not before the first");
        }
        if (kind == ExceptionKind.EXTRA && span == null) {
            throw new IllegalArgumentException("extra hours say from when to when");
        }
    }

    /** The stretch of real time that it is on {@code day} in {@code zone}; empty when it does not concern that day. */
    public Optional<Interval> on(LocalDate day, ZoneId zone) {
        if (day.isBefore(firstDay) || day.isAfter(lastDay)) {
            return Optional.empty();
        }
        return span == null
                ? Interval.between(WallTimes.startOfDay(day, zone), WallTimes.startOfDay(day.plusDays(1), zone))
                : span.on(day, zone);
    }

    /** The time in {@code zone} around all of its days, parts past midnight included. */
    public Interval around(ZoneId zone) {
        return new Interval(
                WallTimes.startOfDay(firstDay, zone), WallTimes.startOfDay(lastDay.plusDays(PAST_MIDNIGHT + 1), zone));
    }

    /** Whether {@code time} overlaps it in {@code zone}. */
    public boolean overlaps(Interval time, ZoneId zone) {
        LocalDate last = LocalDate.ofInstant(time.end(), zone).plusDays(1);
        LocalDate day = LocalDate.ofInstant(time.start(), zone).minusDays(PAST_MIDNIGHT);
        for (; !day.isAfter(last); day = day.plusDays(1)) {
            if (on(day, zone).filter(time::overlaps).isPresent()) {
                return true;
            }
        }
        return false;
    }
}
