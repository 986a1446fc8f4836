package health.miadi.availability.control;

import health.miadi.availability.entity.Slot;
import health.miadi.availability.entity.SlotEngine;
import health.miadi.availability.entity.SlotSearch;
import health.miadi.availability.entity.SlotTerms;
import health.miadi.availability.entity.TypeConditions;
import health.miadi.identity.entity.Caller;
import health.miadi.identity.entity.Role;
import health.miadi.shared.http.Cursor;
import health.miadi.shared.http.PageQuery;
import health.miadi.shared.problem.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Answers "when?": the offered slots of one provider or many, by one query and the slot engine (R-AVAIL-6, R-AVAIL-7). */
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
    Clock clock;

    /**
     * The slots by start and then by provider, one more than the page has. A patient is offered none of a type that patients
     * do not book (R-BOOK-4).
     *
     * @throws Refusal {@code not-found} when a named provider or the type does not exist; {@code validation} when the
     *     duration is out of bounds
     */
    public List<Slot> find(Caller caller, SlotQuery query) {
        PageQuery page = query.page();
        Slot after = after(page.cursor());
        Instant from = after == null || after.start().isBefore(query.from()) ? query.from() : after.start();
        if (!from.isBefore(query.to())) {
            return List.of();
        }
        CalendarReading reading = calendars.read(CalendarScope.ofSlots(query.providerIds(), from, query.to())
                .among(query.specialization(), query.cadre())
                .ofType(query.appointmentTypeId()));
        TypeConditions type = reading.type();
        if (!reading.known().containsAll(query.providerIds()) || (query.appointmentTypeId() != null && type == null)) {
            throw Refusal.notFound();
        }
        SlotTerms terms = bookingTerms.of(type, query.durationMinutes(), "durationMinutes");
        if (caller.isPatient() && type != null && !type.patientsMayBook()) {
            return List.of();
        }
        var engine = new SlotEngine(terms, clock.instant());
        return new SlotSearch(engine, reading.schedules().values()).first(page.limit() + 1, from, query.to(), after);
    }

    private static @Nullable Slot after(@Nullable Cursor cursor) {
        if (cursor == null) {
            return null;
        }
        UUID provider = cursor.uuid(1);
        return new Slot(provider, cursor.instant(0), cursor.instant(0));
    }
}
