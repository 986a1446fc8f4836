package health.miadi.availability.entity;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A stretch of real time {@code [start, end)} that is not empty. Two that only touch do not overlap.
 *
 * @param start the first instant that belongs to it
 * @param end the first instant after {@code start} that does not
 */
public record Interval(Instant start, Instant end) {

    /**
     * @throws IllegalArgumentException when {@code end} is not after {@code start}
     */
    public Interval {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("an interval ends after it starts");
        }
    }

    /** The interval {@code [start, end)}, or nothing when {@code end} is not after {@code start}. */
    public static Optional<Interval> between(Instant start, Instant end) {
        return start.isBefore(end) ? Optional.of(new Interval(start, end)) : Optional.empty();
    }

    public boolean contains(Instant instant) {
        return !instant.isBefore(start) && instant.isBefore(end);
    }

    public boolean covers(Interval other) {
        return !other.start.isBefore(start) && !other.end.isAfter(end);
    }

    public boolean overlaps(Interval other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }

    public Duration length() {
        return Duration.between(start, end);
    }
}
