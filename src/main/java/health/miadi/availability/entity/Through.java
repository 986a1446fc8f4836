package health.miadi.availability.entity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * From one moment through to another, such as Friday 14:30 to Tuesday 10:00. A clock change moves or stretches it as it does
 * any window (R-TIME-2).
 *
 * @param from when it begins
 * @param until when it ends; midnight belongs to the end of the day before it (R-TIME-3)
 */
public record Through(LocalDateTime from, LocalDateTime until) implements ExceptionTime {
    /**
     * @throws IllegalArgumentException when it does not end after it begins
     */
    public Through {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("what runs through ends after it begins");
        }
    }

    /**
     * From a time of a day to a time of a day.
     *
     * @param endTime {@code 00:00} is midnight at the end of {@code lastDay} ({@code 24:00})
     * @throws IllegalArgumentException when it does not end after it begins
     */
    public static Through of(LocalDate firstDay, LocalTime startTime, LocalDate lastDay, LocalTime endTime) {
        LocalDate endingDay = endTime.equals(LocalTime.MIDNIGHT) ? lastDay.plusDays(1) : lastDay;
        return new Through(firstDay.atTime(startTime), endingDay.atTime(endTime));
    }

    @Override
    public ExceptionExtent extent() {
        return ExceptionExtent.THROUGH;
    }

    @Override
    public LocalDate firstDay() {
        return from.toLocalDate();
    }

    @Override
    public LocalDate lastDay() {
        LocalDate day = until.toLocalDate();
        return endTime().equals(LocalTime.MIDNIGHT) ? day.minusDays(1) : day;
    }

    @Override
    public LocalTime startTime() {
        return from.toLocalTime();
    }

    @Override
    public LocalTime endTime() {
        return until.toLocalTime();
    }

    @Override
    public List<Interval> stretches(LocalDate first, LocalDate last, ZoneId zone) {
        return Interval.between(WallTimes.beginning(from, zone), end(zone)).stream()
                .toList();
    }

    /** Midnight is the border to the next day, of which there is one even where 00:00 occurs twice. */
    private Instant end(ZoneId zone) {
        return endTime().equals(LocalTime.MIDNIGHT)
                ? WallTimes.startOfDay(until.toLocalDate(), zone)
                : WallTimes.ending(until, zone);
    }
}
