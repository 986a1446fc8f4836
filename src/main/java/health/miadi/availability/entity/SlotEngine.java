package health.miadi.availability.entity;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lists the starts that are offered on certain terms, and decides about a single one, by the same code (R-AVAIL-6): what
 * {@link #offered} yields, {@link #decide} has no objection to, and the other way round.
 */
public final class SlotEngine {

    private final SlotTerms terms;
    private final PatientTime patient;
    private final Instant earliest;
    private final Instant latest;

    /**
     * @param terms the terms of the appointment that is looked for
     * @param now the instant from which notice and horizon count
     */
    public SlotEngine(SlotTerms terms, Instant now) {
        this(terms, SlotPurpose.ANYBODY, now);
    }

    /**
     * @param terms the terms of the appointment that is looked for
     * @param purpose for whom, and for what
     * @param now the instant from which notice and horizon count
     */
    public SlotEngine(SlotTerms terms, SlotPurpose purpose, Instant now) {
        this.terms = terms;
        this.patient = purpose.patient();
        this.earliest = purpose.earliest(terms, now);
        this.latest = purpose.latest(terms, now);
    }

    /**
     * The slots of one provider that start in {@code [from, to)}, in order. They are worked out while one reads, so that
     * the first few cost little however long the range.
     */
    public Iterator<Slot> offered(ProviderSchedule schedule, Instant from, Instant to) {
        Instant first = from.isBefore(earliest) ? earliest : from;
        Instant afterLatest = latest.plusNanos(1);
        return new OfferedSlots(this, schedule, first, to.isAfter(afterLatest) ? afterLatest : to);
    }

    /** Whether the horizon allows a start at {@code instant} or later. */
    public boolean reaches(Instant instant) {
        return !instant.isAfter(latest);
    }

    /** Why {@code start} is not offered by that provider, or nothing when it is. */
    public Optional<SlotRefusal> decide(ProviderSchedule schedule, Instant start) {
        SlotRefusal outOfReach = outOfReach(start);
        if (outOfReach != null) {
            return Optional.of(outOfReach);
        }
        WorkingHours hours = schedule.calendar().hours(terms.blocked(start));
        return Optional.ofNullable(
                hours.isStart(start, terms.slotInterval())
                        ? objection(schedule, hours, start)
                        : SlotRefusal.NOT_OFFERED);
    }

    /**
     * What an appointment at {@code start} would overlap, of the provider's with its buffers or of the patient's: the one
     * thing that even staff cannot override (R-BOOK-1, R-BOOK-4).
     */
    public Optional<SlotRefusal> overlap(ProviderSchedule schedule, Instant start) {
        return Optional.ofNullable(overlapped(schedule, start));
    }

    /**
     * All that stands in the way of {@code start}, and not only the first of it.
     *
     * @param blockers the single appointments and live holds of which {@link ProviderSchedule#busy} is the sum
     */
    public SlotExplanation explain(ProviderSchedule schedule, Instant start, List<SlotObstacle> blockers) {
        return SlotExplanation.of(this, schedule, start, blockers);
    }

    /** The appointment that would start at {@code start}, without its buffers. */
    public Interval appointment(Instant start) {
        return terms.appointment(start);
    }

    /** The provider's time that it would take, buffers included. */
    public Interval blocked(Instant start) {
        return terms.blocked(start);
    }

    SlotTerms terms() {
        return terms;
    }

    /** What speaks against a start that lies on the grid of {@code hours}, or null: it is offered. */
    @Nullable
    SlotRefusal objection(ProviderSchedule schedule, WorkingHours hours, Instant start) {
        SlotRefusal outOfReach = outOfReach(start);
        if (outOfReach != null) {
            return outOfReach;
        }
        if (!hours.working().covers(terms.blocked(start))) {
            return SlotRefusal.NOT_OFFERED;
        }
        SlotRefusal overlapped = overlapped(schedule, start);
        if (overlapped != null) {
            return overlapped;
        }
        return isFull(schedule, start) ? SlotRefusal.DAILY_LIMIT : null;
    }

    private @Nullable SlotRefusal overlapped(ProviderSchedule schedule, Instant start) {
        if (schedule.busy().overlaps(terms.blocked(start))) {
            return SlotRefusal.TAKEN;
        }
        if (hasVisit(start)) {
            return SlotRefusal.PATIENT_BUSY;
        }
        return hasHold(start) ? SlotRefusal.PATIENT_HOLDS : null;
    }

    private @Nullable SlotRefusal outOfReach(Instant start) {
        if (isTooSoon(start)) {
            return SlotRefusal.NOTICE_TOO_SHORT;
        }
        return isTooLate(start) ? SlotRefusal.BEYOND_HORIZON : null;
    }

    boolean isTooSoon(Instant start) {
        return start.isBefore(earliest);
    }

    boolean isTooLate(Instant start) {
        return start.isAfter(latest);
    }

    /** Whether the patient has another appointment then; buffers are the provider's, and not the patient's. */
    boolean hasVisit(Instant start) {
        return patient.visits().overlaps(terms.appointment(start));
    }

    /** Whether another time is held for the patient then. */
    boolean hasHold(Instant start) {
        return patient.holds().overlaps(terms.appointment(start));
    }

    /** Whether the day of {@code start} has as many of the kind as the terms allow. */
    boolean isFull(ProviderSchedule schedule, Instant start) {
        Integer limit = terms.maxPerDay();
        return limit != null && schedule.bookedOnDayOf(start) >= limit;
    }
}
