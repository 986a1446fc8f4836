package health.miadi.availability.entity;

import static java.time.temporal.TemporalAdjusters.nextOrSame;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A window of working time that recurs every week, on the wall clock of the provider's zone.
 *
 * @param day the weekday on which it begins
 * @param span from when to when
 * @param validFrom the first day on which it may begin, or null: since ever
 * @param validUntil the last day on which it may begin, or null: for ever
 */
public record WeeklyWindow(
        DayOfWeek day,
        WallSpan span,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validUntil) {

    private static final int MINUTES_OF_DAY = 24 * 60;

    /**
     * @throws IllegalArgumentException when {@code validUntil} is before {@code validFrom}
     */
    public WeeklyWindow {
        if (validFrom != null && validUntil != null && validUntil.isBefore(validFrom)) {
            throw new IllegalArgumentException("the last day is not before the first");
        }
    }

    public boolean beginsOn(LocalDate date) {
        return date.getDayOfWeek() == day
                && (validFrom == null || !date.isBefore(validFrom))
                && (validUntil == null || !date.isAfter(validUntil));
    }

    /**
     * Whether there is a week in which the wall-clock times of the two overlap (R-AVAIL-1): past midnight, past the end of
     * the week and within both validities.
     */
    public boolean overlaps(WeeklyWindow other) {
        return overlaps(other, -1) || overlaps(other, 0) || overlaps(other, 1);
    }

    /** Whether they overlap where {@code other} begins {@code days} days after this one. */
    private boolean overlaps(WeeklyWindow other, int days) {
        int shift = days * MINUTES_OF_DAY;
        return day.plus(days) == other.day
                && span.startMinute() < other.span.endMinute() + shift
                && other.span.startMinute() + shift < span.endMinute()
                && bothBegin(other, days);
    }

    private boolean bothBegin(WeeklyWindow other, int days) {
        LocalDate first = later(validFrom, other.validFrom == null ? null : other.validFrom.minusDays(days));
        LocalDate last = earlier(validUntil, other.validUntil == null ? null : other.validUntil.minusDays(days));
        return first == null || last == null || !first.with(nextOrSame(day)).isAfter(last);
    }

    private static @Nullable LocalDate later(@Nullable LocalDate a, @Nullable LocalDate b) {
        return a == null || (b != null && b.isAfter(a)) ? b : a;
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate a, @Nullable LocalDate b) {
        return a == null || (b != null && b.isBefore(a)) ? b : a;
    }
}
