package health.miadi.availability.control;

import health.miadi.availability.entity.Interval;
import health.miadi.availability.entity.ProviderSchedule;
import health.miadi.availability.entity.SlotEngine;
import health.miadi.availability.entity.SlotExplanation;
import health.miadi.availability.entity.SlotTerms;
import health.miadi.identity.entity.Role;
import health.miadi.shared.problem.ProblemType;
import health.miadi.shared.problem.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells staff why a start is offered or is not, by the engine that offers it (R-AVAIL-6, R-BOOK-12). */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER})
public class SlotExplaining {
    @Inject
    CalendarRepository calendars;

    @Inject
    BlockerRepository blockers;

    @Inject
    BookingTerms bookingTerms;

    @Inject
    Clock clock;

    /**
     * One start, explained.
     *
     * @param zone the provider's
     * @param time {@code [start, end)} of the appointment in question
     */
    public record Explained(UUID providerId, ZoneId zone, Interval time, SlotExplanation explanation) {}

    /**
     * Explains a start.
     *
     * @param typeId of what type the appointment would be, or null: of none
     * @param minutes how long it would be, or null: as long as the type or the clinic's default says
     * @throws Refusal {@code not-found} when the provider or the type does not exist; {@code provider-inactive};
     *     {@code validation} when the duration is out of bounds
     */
    public Explained explain(UUID providerId, Instant start, @Nullable UUID typeId, @Nullable Integer minutes) {
        CalendarReading reading = calendars.read(CalendarScope.ofSlots(List.of(providerId), start, start.plusSeconds(1))
                .ofType(typeId));
        if (!reading.known().contains(providerId) || (typeId != null && reading.type() == null)) {
            throw Refusal.notFound();
        }
        SlotTerms terms = bookingTerms.of(reading.type(), minutes, "durationMinutes");
        ProviderSchedule schedule = reading.schedules().get(providerId);
        if (schedule == null) {
            throw Refusal.of(ProblemType.PROVIDER_INACTIVE, "R-BOOK-5", "The provider takes no appointments.");
        }
        SlotExplanation explanation = new SlotEngine(terms, clock.instant())
                .explain(schedule, start, blockers.within(providerId, terms.blocked(start)));
        return new Explained(providerId, schedule.calendar().zone(), terms.appointment(start), explanation);
    }
}
