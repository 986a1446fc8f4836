package health.miadi.shared.limits;

import health.miadi.shared.hash.Sha256;
import health.miadi.shared.metrics.Limit;
import java.time.Duration;
import java.time.Instant;

/**
 * How often something may be done (R-AUTH-12): so many times at once, and then as often as they come back, evenly over the time.
 *
 * <p>It is the generic cell rate algorithm (ITU-T I.371): all that is kept is until when what was done has used the
 * allowance up. Within any such time it allows less than twice as many.
 *
 * @param limit what it bounds
 * @param most how many times, 1 or more
 * @param within in which they come back, all of them
 */
public record Allowance(Limit limit, int most, Duration within) {
    /** So many an hour. */
    public static Allowance hourly(Limit limit, int most) {
        return new Allowance(limit, most, Duration.ofHours(1));
    }

    /** So many a minute. */
    public static Allowance eachMinute(Limit limit, int most) {
        return new Allowance(limit, most, Duration.ofMinutes(1));
    }

    /** How long it takes until one comes back. */
    Duration cost() {
        return within.dividedBy(most);
    }

    /** Until when it may be used up already for one more to be done now. */
    Instant latest(Instant now) {
        return now.plus(within).minus(cost());
    }

    /** How long to wait for one more, where it is used up until then. */
    Duration wait(Instant usedUntil, Instant now) {
        Duration wait = Duration.between(latest(now), usedUntil);
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    /** By what it is counted for somebody: a hash, because who or where somebody is is nobody's business. */
    byte[] key(String who) {
        return Sha256.of(limit.name() + "\n" + who);
    }
}
