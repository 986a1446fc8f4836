package health.miadi.availability.entity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A part of a day on the wall clock, from {@code start} to {@code end}; it may run past midnight (R-TIME-3).
 *
 * @param start the time at which it begins, on the day it belongs to
 * @param end the time at which it ends: on the same day when after {@code start}, else on the next; {@code 00:00} is
 *     midnight at the end of the day ({@code 24:00})
 */
public record WallSpan(LocalTime start, LocalTime end) {

    private static final int MINUTES_OF_DAY = 24 * 60;

    /**
     * @throws IllegalArgumentException when {@code start} equals {@code end}, save for 00:00–00:00, the whole day
     */
    public WallSpan {
        if (start.equals(end) && !start.equals(LocalTime.MIDNIGHT)) {
            throw new IllegalArgumentException("a window has a length");
        }
    }

    /** Whether it ends on the day after the one on which it begins, at 00:01 or later. */
    public boolean runsPastMidnight() {
        return !end.equals(LocalTime.MIDNIGHT) && !end.isAfter(start);
    }

    /**
     * The stretch of real time that it is on {@code day} in {@code zone}; empty on a day whose clock change leaves nothing
     * of it, such as 02:00–03:00 where the clock jumps from 02:00 to 03:00.
     */
    public Optional<Interval> on(LocalDate day, ZoneId zone) {
        return Interval.between(WallTimes.beginning(day.atTime(start), zone), endOn(day, zone));
    }

    private Instant endOn(LocalDate day, ZoneId zone) {
        if (end.equals(LocalTime.MIDNIGHT)) {
            return WallTimes.startOfDay(day.plusDays(1), zone);
        }
        return WallTimes.ending((runsPastMidnight() ? day.plusDays(1) : day).atTime(end), zone);
    }

    /** Minutes from the midnight before it to its start, 0 to 1439. */
    int startMinute() {
        return start.getHour() * 60 + start.getMinute();
    }

    /** Minutes from the midnight before it to its end, 1 to 2879. */
    int endMinute() {
        int minute = end.getHour() * 60 + end.getMinute();
        return end.isAfter(start) ? minute : minute + MINUTES_OF_DAY;
    }
}
