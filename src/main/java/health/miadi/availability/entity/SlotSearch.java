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
    private final Collection<ProviderSchedule> schedules;

    public SlotSearch(SlotEngine engine, Collection<ProviderSchedule> schedules) {
        this.engine = engine;
        this.schedules = schedules;
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
        var queue = new PriorityQueue<Head>(Comparator.comparing(Head::slot, Slot.IN_ORDER));
        for (ProviderSchedule schedule : schedules) {
            advance(queue, engine.offered(schedule, begin, to));
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
            advance(queue, head.rest);
        }
        return slots;
    }

    private static void advance(PriorityQueue<Head> queue, Iterator<Slot> rest) {
        if (rest.hasNext()) {
            queue.add(new Head(rest.next(), rest));
        }
    }

    private record Head(Slot slot, Iterator<Slot> rest) {}
}
