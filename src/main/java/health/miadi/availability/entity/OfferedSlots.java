package health.miadi.availability.entity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * The slots of one provider in order, worked out in stretches that grow: the first slots come after a look at one day, a
 * whole quarter after a few looks.
 */
final class OfferedSlots implements Iterator<Slot> {

    private static final Duration FIRST_STRETCH = Duration.ofDays(1);
    private static final Duration LONGEST_STRETCH = Duration.ofDays(32);

    private final SlotEngine engine;
    private final ProviderSchedule schedule;
    private final Instant end;
    private Instant reached;
    private Duration length = FIRST_STRETCH;
    private Iterator<Slot> found = Collections.emptyIterator();

    OfferedSlots(SlotEngine engine, ProviderSchedule schedule, Instant from, Instant to) {
        this.engine = engine;
        this.schedule = schedule;
        this.reached = from;
        this.end = to;
    }

    @Override
    public boolean hasNext() {
        while (!found.hasNext() && reached.isBefore(end)) {
            found = nextStretch().iterator();
        }
        return found.hasNext();
    }

    @Override
    public Slot next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return found.next();
    }

    private List<Slot> nextStretch() {
        Instant from = reached;
        Instant wished = from.plus(length);
        reached = wished.isBefore(end) ? wished : end;
        length = length.compareTo(LONGEST_STRETCH) < 0 ? length.multipliedBy(2) : length;
        return slots(from, reached);
    }

    private List<Slot> slots(Instant from, Instant to) {
        SlotTerms terms = engine.terms();
        var needed = new Interval(terms.blocked(from).start(), terms.blocked(to).end());
        WorkingHours hours = schedule.calendar().hours(needed);
        var slots = new ArrayList<Slot>();
        for (Instant start : hours.starts(from, to, terms.slotInterval())) {
            if (engine.objection(schedule, hours, start) == null) {
                slots.add(new Slot(
                        schedule.providerId(), start, terms.appointment(start).end()));
            }
        }
        return slots;
    }
}
