package health.miadi.availability.entity;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whole days, or the same part of each of them.
 *
 * @param firstDay the first of its days
 * @param lastDay the last of its days, included
 * @param span the part of each of its days, or null: the whole days
 */
public record EachDay(
        LocalDate firstDay, LocalDate lastDay, @Nullable WallSpan span) implements ExceptionTime {
    /**
     * @throws IllegalArgumentException when the last day is before the first
     */
    public EachDay {
        if (lastDay.isBefore(firstDay)) {
            throw new IllegalArgumentException("the last day is not before the first");
        }
    }

    @Override
    public ExceptionExtent extent() {
        return ExceptionExtent.EACH_DAY;
    }

    @Override
    public @Nullable LocalTime startTime() {
        return span == null ? null : span.start();
    }

    @Override
    public @Nullable LocalTime endTime() {
        return span == null ? null : span.end();
    }

    @Override
    public List<Interval> stretches(LocalDate first, LocalDate last, ZoneId zone) {
        var stretches = new ArrayList<Interval>();
        LocalDate until = lastDay.isBefore(last) ? lastDay : last;
        LocalDate day = firstDay.isAfter(first) ? firstDay : first;
        for (; !day.isAfter(until); day = day.plusDays(1)) {
            on(day, zone).ifPresent(stretches::add);
        }
        return stretches;
    }

    private Optional<Interval> on(LocalDate day, ZoneId zone) {
        return span == null
                ? Interval.between(WallTimes.startOfDay(day, zone), WallTimes.startOfDay(day.plusDays(1), zone))
                : span.on(day, zone);
    }
}
