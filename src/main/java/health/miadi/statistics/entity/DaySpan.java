package health.miadi.statistics.entity;

import health.miadi.availability.entity.Interval;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Some days of the clinic: in each provider's zone they are other instants (R-TIME-4).
 *
 * @param first the first day
 * @param last the last day, not before the first
 */
public record DaySpan(LocalDate first, LocalDate last) {

    /** All days, in order. */
    public List<LocalDate> days() {
        return first.datesUntil(last.plusDays(1)).toList();
    }

    /** How many days. */
    public long length() {
        return ChronoUnit.DAYS.between(first, last) + 1;
    }

    /** The days as they pass in that zone, or nothing: a zone that moved to the other side of the date line skipped one. */
    public Optional<Interval> in(ZoneId zone) {
        return Interval.between(
                first.atStartOfDay(zone).toInstant(),
                last.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** The stretch that has the days of every zone in it. */
    public Interval anywhere() {
        return new Interval(
                first.atStartOfDay(ZoneOffset.MAX).toInstant(),
                last.plusDays(1).atStartOfDay(ZoneOffset.MIN).toInstant());
    }
}
