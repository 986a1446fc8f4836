package health.miadi.identity.control;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How failures slow down the next attempt (R-AUTH-6): not at all up to a limit, then by a delay that doubles with each
 * further failure up to a bound. What counts is forgotten after a while, so that nothing is slowed for good.
 *
 * @param limit how many failures are free
 * @param first the delay after the last free failure
 * @param longest the longest delay
 */
record Slowness(int limit, Duration first, Duration longest) {
    private static final int MOST_DOUBLINGS = 20;

    /**
     * How long to wait before the next attempt.
     *
     * @param failures how many count at that moment
     * @param last the latest of them
     * @return zero when the next one may come now
     */
    Duration wait(int failures, @Nullable Instant last, Instant now) {
        if (failures < limit || last == null) {
            return Duration.ZERO;
        }
        Duration doubled = first.multipliedBy(1L << Math.min(failures - limit, MOST_DOUBLINGS));
        Duration delay = doubled.compareTo(longest) < 0 ? doubled : longest;
        Duration left = Duration.between(now, last.plus(delay));
        return left.isNegative() ? Duration.ZERO : left;
    }
}
