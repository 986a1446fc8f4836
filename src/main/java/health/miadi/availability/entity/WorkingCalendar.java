package health.miadi.availability.entity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

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
        weekly.forEach(window -> addWeekly(window, first, last, within(range, windows)));
        exceptions.forEach(exception -> addDated(
                exception, first, last, within(range, exception.kind() == ExceptionKind.EXTRA ? windows : absences)));
        windows.sort(Comparator.comparing(Interval::start));
        return new WorkingHours(windows, IntervalSet.of(windows).minus(IntervalSet.of(absences)));
    }

    private void addWeekly(WeeklyWindow window, LocalDate first, LocalDate last, Consumer<Optional<Interval>> found) {
        int days = Math.floorMod(window.day().getValue() - first.getDayOfWeek().getValue(), 7);
        for (LocalDate day = first.plusDays(days); !day.isAfter(last); day = day.plusDays(7)) {
            if (window.beginsOn(day)) {
                found.accept(window.span().on(day, zone));
            }
        }
    }

    private void addDated(
            DatedException exception, LocalDate first, LocalDate last, Consumer<Optional<Interval>> found) {
        LocalDate until = exception.lastDay().isBefore(last) ? exception.lastDay() : last;
        LocalDate day = exception.firstDay().isAfter(first) ? exception.firstDay() : first;
        for (; !day.isAfter(until); day = day.plusDays(1)) {
            found.accept(exception.on(day, zone));
        }
    }

    private static Consumer<Optional<Interval>> within(Interval range, List<Interval> list) {
        return found -> found.filter(range::overlaps).ifPresent(list::add);
    }
}
