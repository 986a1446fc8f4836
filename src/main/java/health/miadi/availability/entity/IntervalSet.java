package health.miadi.availability.entity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * A set of instants, kept as the fewest intervals that describe it: ordered, apart from each other, never touching.
 *
 * <p>Making one and combining two costs O(n log n), a question to one O(log n).
 */
public final class IntervalSet {

    private static final IntervalSet EMPTY = new IntervalSet(List.of());

    private final List<Interval> intervals;

    private IntervalSet(List<Interval> normalised) {
        this.intervals = normalised;
    }

    public static IntervalSet empty() {
        return EMPTY;
    }

    /** The union of the given intervals, which may come in any order, touch and overlap. */
    public static IntervalSet of(Collection<Interval> intervals) {
        if (intervals.isEmpty()) {
            return EMPTY;
        }
        var ordered = new ArrayList<>(intervals);
        ordered.sort(Comparator.comparing(Interval::start));
        var joined = new ArrayList<Interval>(ordered.size());
        Interval last = ordered.get(0);
        for (Interval next : ordered) {
            if (next.start().isAfter(last.end())) {
                joined.add(last);
                last = next;
            } else if (next.end().isAfter(last.end())) {
                last = new Interval(last.start(), next.end());
            }
        }
        joined.add(last);
        return new IntervalSet(joined);
    }

    public IntervalSet union(IntervalSet other) {
        var all = new ArrayList<>(intervals);
        all.addAll(other.intervals);
        return of(all);
    }

    public IntervalSet minus(IntervalSet taken) {
        if (taken.isEmpty() || isEmpty()) {
            return this;
        }
        var left = new ArrayList<Interval>(intervals.size() + taken.intervals.size());
        for (Interval interval : intervals) {
            addRemains(interval, taken, left);
        }
        return new IntervalSet(left);
    }

    private static void addRemains(Interval whole, IntervalSet taken, List<Interval> left) {
        Instant from = whole.start();
        for (int i = taken.firstEndingAfter(from); i < taken.intervals.size(); i++) {
            Interval hole = taken.intervals.get(i);
            if (!hole.start().isBefore(whole.end())) {
                break;
            }
            if (from.isBefore(hole.start())) {
                left.add(new Interval(from, hole.start()));
            }
            from = hole.end();
        }
        if (from.isBefore(whole.end())) {
            left.add(new Interval(from, whole.end()));
        }
    }

    /** Whether every instant of {@code interval} is in this set. */
    public boolean covers(Interval interval) {
        int i = firstEndingAfter(interval.start());
        return i < intervals.size() && intervals.get(i).covers(interval);
    }

    /** Whether any instant of {@code interval} is in this set. */
    public boolean overlaps(Interval interval) {
        int i = firstEndingAfter(interval.start());
        return i < intervals.size() && intervals.get(i).start().isBefore(interval.end());
    }

    public boolean contains(Instant instant) {
        int i = firstEndingAfter(instant);
        return i < intervals.size() && intervals.get(i).contains(instant);
    }

    public boolean isEmpty() {
        return intervals.isEmpty();
    }

    /** How much of {@code range} is in this set. */
    public Duration lengthWithin(Interval range) {
        Duration length = Duration.ZERO;
        for (int i = firstEndingAfter(range.start()); i < intervals.size(); i++) {
            Interval interval = intervals.get(i);
            Instant from = interval.start().isBefore(range.start()) ? range.start() : interval.start();
            Instant until = interval.end().isAfter(range.end()) ? range.end() : interval.end();
            if (!from.isBefore(until)) {
                break;
            }
            length = length.plus(Duration.between(from, until));
        }
        return length;
    }

    /** The intervals in order, none touching the next. */
    public List<Interval> intervals() {
        return List.copyOf(intervals);
    }

    private int firstEndingAfter(Instant instant) {
        int low = 0;
        int high = intervals.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (intervals.get(middle).end().isAfter(instant)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IntervalSet that && intervals.equals(that.intervals);
    }

    @Override
    public int hashCode() {
        return intervals.hashCode();
    }

    @Override
    public String toString() {
        return intervals.toString();
    }
}
