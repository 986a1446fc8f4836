package health.miadi.availability.control;

import health.miadi.audit.control.AuditTrail;
import health.miadi.audit.entity.AuditedEntity;
import health.miadi.availability.entity.MovingVisit;
import health.miadi.availability.entity.ProviderSchedule;
import health.miadi.availability.entity.Slot;
import health.miadi.availability.entity.SlotEngine;
import health.miadi.availability.entity.SlotSearch;
import health.miadi.identity.entity.Caller;
import health.miadi.identity.entity.Role;
import health.miadi.shared.paging.Cursor;
import health.miadi.shared.paging.PageQuery;
import health.miadi.shared.refusal.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Answers "when?": the offered slots of one provider or many, by a few queries and the slot engine (R-AVAIL-6, R-AVAIL-7). */
@Stateless
@RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER, Role.Name.PATIENT})
public class SlotFinder {
    /** How many sort keys the list has: start, provider. */
    public static final int SORT_KEYS = 2;

    @Inject
    CalendarRepository calendars;

    @Inject
    BookingTerms bookingTerms;

    @Inject
    SlotWishes wishes;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /**
     * The slots by start and then by provider, one more than the page has: those that the caller could take for that
     * patient, or to which that appointment could be moved. A patient is offered none of a type that patients do not book
     * (R-BOOK-4), a provider none of others for an appointment that moves, and nobody any for one that cannot be moved.
     *
     * @throws Refusal {@code not-found} when a named provider or the type does not exist, or patient or appointment are
     *     outside the caller's sight; {@code validation} when the duration is out of bounds, or what is asked for is not
     *     what the appointment is; {@code visit-limit} for a patient who can book none of them
     */
    public List<Slot> find(Caller caller, SlotQuery query) {
        SlotWish wish = wishes.of(caller, query.asked());
        List<Slot> found = search(caller, query, wish);
        if (wish.tellsOfOthers()) {
            audit.read(AuditedEntity.APPOINTMENT, wish.patientId(), wish.freeTimes(query.from(), query.to()));
        }
        return found;
    }

    private List<Slot> search(Caller caller, SlotQuery query, SlotWish wish) {
        PageQuery page = query.page();
        Slot after = after(page.cursor());
        Instant now = clock.instant();
        Instant reached = later(query.from(), after == null ? now : later(now, after.start()));
        var slots = new ArrayList<Slot>();
        for (Instant end :
                SearchSteps.ends(reached, query.to(), query.providerIds().size())) {
            CalendarReading reading = read(query, wish, reached, end);
            SlotEngine engine = bookingTerms.engine(wish, reading, now);
            bookingTerms.requireRoom(wish, reading);
            if (isHopeless(wish, reading)) {
                return List.of();
            }
            int missing = page.limit() + 1 - slots.size();
            List<ProviderSchedule> open = reading.schedules().values().stream()
                    .filter(schedule -> wish.isOpen(caller, schedule.providerId()))
                    .toList();
            slots.addAll(new SlotSearch(engine, open).first(missing, reached, end, after));
            if (slots.size() > page.limit() || !engine.reaches(end)) {
                break;
            }
            reached = end;
        }
        return slots;
    }

    /** What lies before now is never read; of a search that ends there, only whether it asks for what exists. */
    private CalendarReading read(SlotQuery query, SlotWish wish, Instant from, Instant end) {
        Instant to = from.isBefore(end) ? end : from.plusNanos(1_000);
        CalendarReading reading = calendars.search(CalendarScope.ofSlots(query.providerIds(), from, to)
                .among(query.specialization(), query.cadre())
                .forWish(wish));
        if (!reading.knows(wish) || !reading.known().containsAll(query.providerIds())) {
            throw Refusal.notFound();
        }
        return reading;
    }

    private static boolean isHopeless(SlotWish wish, CalendarReading reading) {
        MovingVisit moving = wish.moving();
        return BookingTerms.isForStaff(wish, reading.type()) || (moving != null && moving.refusal() != null);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static @Nullable Slot after(@Nullable Cursor cursor) {
        if (cursor == null) {
            return null;
        }
        UUID provider = cursor.uuid(1);
        return new Slot(provider, cursor.instant(0), cursor.instant(0));
    }
}
