package health.miadi.availability.entity;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When a dated departure from the weekly rules is, on the wall clock of the provider's zone. */
public sealed interface ExceptionTime permits EachDay, Through {
    /**
     * The time that these values say, as they are stored and exchanged.
     *
     * @param startTime null: the whole days
     * @param endTime {@code 00:00} is midnight at the end of the last day ({@code 24:00}), null: the whole days
     * @throws IllegalArgumentException when they have no length, or one that runs through has no times
     */
    static ExceptionTime of(
            ExceptionExtent extent,
            LocalDate firstDay,
            LocalDate lastDay,
            @Nullable LocalTime startTime,
            @Nullable LocalTime endTime) {
        if (extent == ExceptionExtent.EACH_DAY) {
            WallSpan span = startTime == null || endTime == null ? null : new WallSpan(startTime, endTime);
            return new EachDay(firstDay, lastDay, span);
        }
        if (startTime == null || endTime == null) {
            throw new IllegalArgumentException("what runs through begins and ends at a time");
        }
        return Through.of(firstDay, startTime, lastDay, endTime);
    }

    ExceptionExtent extent();

    /** The first of its days. */
    LocalDate firstDay();

    /** The last of its days, included. */
    LocalDate lastDay();

    /** When it begins on the first day, or on each; null: it takes whole days. */
    @Nullable
    LocalTime startTime();

    /** When it ends on the last day, or on each, {@code 00:00} at the end of the day; null: it takes whole days. */
    @Nullable
    LocalTime endTime();

    /**
     * The stretches of real time that it is in {@code zone}: of its days in {@code [first, last]} those of each day, or all of
     * it where it runs through.
     */
    List<Interval> stretches(LocalDate first, LocalDate last, ZoneId zone);
}
