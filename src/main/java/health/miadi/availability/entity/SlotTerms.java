package health.miadi.availability.entity;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The terms on which a kind of appointment is offered.
 *
 * @param duration how long the appointment lasts, more than nothing
 * @param slotInterval the distance of the starts on a window's grid, more than nothing (R-AVAIL-5)
 * @param bufferBefore time kept free before it, nothing or more
 * @param bufferAfter time kept free after it, nothing or more
 * @param minNotice how far ahead of now it starts at least, nothing or more (R-BOOK-3)
 * @param maxHorizon how far ahead of now it starts at most, nothing or more (R-BOOK-3)
 * @param maxPerDay how many of the kind a provider takes on one day of the provider's zone, or null: any number
 */
public record SlotTerms(
        Duration duration,
        Duration slotInterval,
        Duration bufferBefore,
        Duration bufferAfter,
        Duration minNotice,
        Duration maxHorizon,
        @Nullable Integer maxPerDay) {

    /**
     * @throws IllegalArgumentException when a length is out of its range
     */
    public SlotTerms {
        if (duration.compareTo(Duration.ZERO) <= 0 || slotInterval.compareTo(Duration.ZERO) <= 0) {
            throw new IllegalArgumentException("an appointment and the grid have a length");
        }
        if (bufferBefore.isNegative()
                || bufferAfter.isNegative()
                || minNotice.isNegative()
                || maxHorizon.isNegative()) {
            throw new IllegalArgumentException("buffers, notice and horizon are not negative");
        }
        if (maxPerDay != null && maxPerDay < 1) {
            throw new IllegalArgumentException("a daily limit allows at least one");
        }
    }

    /**
     * The terms on which what is held is booked: as long and with such buffers as it was held, whatever its type says
     * meanwhile, on any whole minute that is worked (R-BOOK-10).
     *
     * @param time {@code [start, end)} of the appointment
     * @param blocked the same with its buffers
     */
    public static SlotTerms ofHeld(Interval time, Interval blocked) {
        return new SlotTerms(
                time.length(),
                Duration.ofMinutes(1),
                Duration.between(blocked.start(), time.start()),
                Duration.between(time.end(), blocked.end()),
                Duration.ZERO,
                ChronoUnit.DECADES.getDuration(),
                null);
    }

    /** The appointment that starts at {@code start}, without its buffers. */
    public Interval appointment(Instant start) {
        return new Interval(start, later(start, duration));
    }

    /** What the appointment that starts at {@code start} keeps others out of: itself and its buffers (R-BOOK-1). */
    public Interval blocked(Instant start) {
        return new Interval(
                start.minusSeconds(bufferBefore.getSeconds()).minusNanos(bufferBefore.getNano()),
                later(later(start, duration), bufferAfter));
    }

    /** {@link Instant#plus(java.time.temporal.TemporalAmount)} for a search's innermost loop, where it took most of the time. */
    static Instant later(Instant instant, Duration by) {
        return instant.plusSeconds(by.getSeconds()).plusNanos(by.getNano());
    }
}
