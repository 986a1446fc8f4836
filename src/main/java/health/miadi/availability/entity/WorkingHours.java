package health.miadi.availability.entity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A provider's calendar worked out for a stretch of real time.
 *
 * @param windows the weekly and extra windows in order of their starts; each carries a grid of its own (R-AVAIL-5), and
 *     they may touch and overlap
 * @param working the time worked: all windows without the absences
 */
public record WorkingHours(List<Interval> windows, IntervalSet working) {

    /** The grid starts in {@code [from, to)}, in order, each once: {@code window start + k × step} in every window. */
    public List<Instant> starts(Instant from, Instant to, Duration step) {
        var starts = new ArrayList<Instant>();
        for (Interval window : windows) {
            Instant end = window.end().isBefore(to) ? window.end() : to;
            for (Instant start = firstStart(window, from, step);
                    start.isBefore(end);
                    start = SlotTerms.later(start, step)) {
                starts.add(start);
            }
        }
        starts.sort(null);
        return distinct(starts);
    }

    /** Whether {@code start} lies on the grid of a window that it is in. */
    public boolean isStart(Instant start, Duration step) {
        for (Interval window : windows) {
            if (window.contains(start) && firstStart(window, start, step).equals(start)) {
                return true;
            }
        }
        return false;
    }

    private static Instant firstStart(Interval window, Instant from, Duration step) {
        if (!from.isAfter(window.start())) {
            return window.start();
        }
        Duration passed = Duration.between(window.start(), from);
        long steps = passed.dividedBy(step);
        Duration before = step.multipliedBy(steps);
        return window.start().plus(before.equals(passed) ? before : before.plus(step));
    }

    private static List<Instant> distinct(List<Instant> ordered) {
        var distinct = new ArrayList<Instant>(ordered.size());
        for (Instant start : ordered) {
            if (distinct.isEmpty() || !distinct.get(distinct.size() - 1).equals(start)) {
                distinct.add(start);
            }
        }
        return distinct;
    }
}
