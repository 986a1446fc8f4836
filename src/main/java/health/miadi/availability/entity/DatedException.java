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

    /** Whether any of its days lies in {@code [first, last]}. */
    public boolean concerns(LocalDate first, LocalDate last) {
        return !firstDay.isAfter(last) && !lastDay.isBefore(first);
    }
}
