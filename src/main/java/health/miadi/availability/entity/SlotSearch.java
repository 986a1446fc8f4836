package health.miadi.availability.entity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Looks through the calendars of any number of providers at once and stops as soon as it has enough (R-AVAIL-7). */
public final class SlotSearch {

    private final SlotEngine engine;
    private final List<ProviderSchedule> schedules;

    public SlotSearch(SlotEngine engine, Collection<ProviderSchedule> schedules) {
        this.engine = engine;
        this.schedules = new ArrayList<>(schedules);
        this.schedules.sort(Comparator.comparing(ProviderSchedule::providerId, Slot.BY_ID));
    }

    /** The first {@code limit} slots that start in {@code [from, to)}, by start and then by provider. */
    public List<Slot> first(int limit, Instant from, Instant to) {
        return first(limit, from, to, null);
    }

    /**
     * The first {@code limit} slots that start in {@code [from, to)}, by start and then by provider.
     *
     * @param limit how many at most
     * @param after only slots behind that one in the order, or null: from the first
     */
    public List<Slot> first(int limit, Instant from, Instant to, @Nullable Slot after) {
        Instant begin = after == null || after.start().isBefore(from) ? from : after.start();
        var queue = new PriorityQueue<Head>();
        for (int rank = 0; rank < schedules.size(); rank++) {
            advance(queue, rank, engine.offered(schedules.get(rank), begin, to));
        }
        var slots = new ArrayList<Slot>();
        while (slots.size() < limit) {
            Head head = queue.poll();
            if (head == null) {
                break;
            }
            if (after == null || Slot.IN_ORDER.compare(head.slot, after) > 0) {
                slots.add(head.slot);
            }
            advance(queue, head.rank, head.rest);
        }
        return slots;
    }

    private static void advance(PriorityQueue<Head> queue, int rank, Iterator<Slot> rest) {
        if (rest.hasNext()) {
            queue.add(new Head(rest.next(), rank, rest));
        }
    }

    /** The next slot of one provider; {@code rank} is the provider's place in the order of ids. */
    private record Head(Slot slot, int rank, Iterator<Slot> rest) implements Comparable<Head> {
        @Override
        public int compareTo(Head other) {
            int byStart = slot.start().compareTo(other.slot.start());
            return byStart != 0 ? byStart : Integer.compare(rank, other.rank);
        }
    }
}
