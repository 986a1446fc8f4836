package health.miadi.availability.control;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How far ahead a search reads before it looks whether it has enough: what a few providers do at once, what many do for
 * some days, some weeks, and then all the rest. So the first slots of a whole hospital cost the busy times of some days,
 * and no search more than {@link #MOST} queries (R-AVAIL-7).
 */
final class SearchSteps {
    /** How many queries a search costs at most. */
    static final int MOST = 3;

    /** Days of providers that are read at once: a page of slots costs no less. */
    private static final long AT_ONCE = 1_000;

    /** Past a weekend. */
    private static final Duration SOME_DAYS = Duration.ofDays(3);

    private static final Duration SOME_WEEKS = Duration.ofDays(24);

    private SearchSteps() {}

    /**
     * The ends of the stretches, in order; the last is {@code to}.
     *
     * @param named how many providers are searched, or 0: nobody knows, and probably many
     */
    static List<Instant> ends(Instant from, Instant to, int named) {
        var ends = new ArrayList<Instant>(MOST);
        if (named == 0 || named * Duration.between(from, to).toDays() > AT_ONCE) {
            addBetween(from, from.plus(SOME_DAYS), to, ends);
            addBetween(from, from.plus(SOME_WEEKS), to, ends);
        }
        ends.add(to);
        return ends;
    }

    /** A step that would leave less than itself to the next is none. */
    private static void addBetween(Instant from, Instant end, Instant to, List<Instant> ends) {
        if (end.plus(Duration.between(from, end)).isBefore(to)) {
            ends.add(end);
        }
    }
}
