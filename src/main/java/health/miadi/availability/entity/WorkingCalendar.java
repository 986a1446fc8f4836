package health.miadi.availability.entity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * When a provider works: weekly windows and dated exceptions on the wall clock of the provider's zone.
 *
 * @param zone the provider's zone, in which all days and times of the calendar are read (R-TIME-2, R-TIME-4)
 * @param weekly the weekly rules
 * @param exceptions absences and extra hours; an absence wins over everything (R-AVAIL-3)
 */
public record WorkingCalendar(ZoneId zone, List<WeeklyWindow> weekly, List<DatedException> exceptions) {

    /** Days that a window may reach back: one past midnight, one more where its end falls in a gap across midnight. */
    private static final int DAYS_BACK = 2;

    /** Days that a window may reach ahead: one, where a zone turns its clock back across midnight. */
    private static final int DAYS_AHEAD = 1;

    public WorkingCalendar {
        weekly = List.copyOf(weekly);
        exceptions = List.copyOf(exceptions);
    }

    /** The day in the provider's zone to which {@code instant} belongs (R-TIME-4). */
    public LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    /** The windows and the working time of which any part lies in {@code range}; they are whole, not clipped to it. */
    public WorkingHours hours(Interval range) {
        var windows = new ArrayList<Interval>();
        var absences = new ArrayList<Interval>();
        LocalDate first = dayOf(range.start()).minusDays(DAYS_BACK);
        LocalDate last = dayOf(range.end()).plusDays(DAYS_AHEAD);
        weekly.forEach(window -> addWeekly(window, first, last, range, windows));
        for (DatedException exception : exceptions) {
            List<Interval> list = exception.kind() == ExceptionKind.EXTRA ? windows : absences;
            exception.time().stretches(first, last, zone).stream()
                    .filter(range::overlaps)
                    .forEach(list::add);
        }
        windows.sort(Comparator.comparing(Interval::start));
        return new WorkingHours(windows, IntervalSet.of(windows).minus(IntervalSet.of(absences)));
    }

    /** Whether all of that time is worked; whatever else takes it does not count. */
    public boolean isWorkedThroughout(Interval time) {
        return hours(time).working().covers(time);
    }

    private void addWeekly(
            WeeklyWindow window, LocalDate first, LocalDate last, Interval range, List<Interval> windows) {
        int days = Math.floorMod(window.day().getValue() - first.getDayOfWeek().getValue(), 7);
        for (LocalDate day = first.plusDays(days); !day.isAfter(last); day = day.plusDays(7)) {
            if (window.beginsOn(day)) {
                window.span().on(day, zone).filter(range::overlaps).ifPresent(windows::add);
            }
        }
    }
}
