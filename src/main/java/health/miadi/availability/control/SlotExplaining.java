package health.miadi.availability.control;

import health.miadi.audit.control.ReadNotes;
import health.miadi.audit.entity.AuditedEntity;
import health.miadi.availability.entity.Interval;
import health.miadi.availability.entity.MovingVisit;
import health.miadi.availability.entity.OfferFact;
import health.miadi.availability.entity.ProviderSchedule;
import health.miadi.availability.entity.SlotEngine;
import health.miadi.availability.entity.SlotExplanation;
import health.miadi.identity.entity.Caller;
import health.miadi.identity.entity.Role;
import health.miadi.shared.refusal.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
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
    SlotWishes wishes;

    @EJB
    ReadNotes notes;

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
     * @param asked for whom and for what
     * @throws Refusal {@code not-found} when the provider or the type does not exist, or patient or appointment are outside
     *     the caller's sight; {@code provider-inactive}; {@code validation} when the duration is out of bounds, or what is
     *     asked for is not what the appointment is; {@code forbidden} for a provider who would move it into another's
     *     calendar; whatever keeps the appointment from being moved at all
     */
    public Explained explain(Caller caller, UUID providerId, Instant start, SlotWishes.Asked asked) {
        SlotWish wish = wishes.of(caller, asked);
        CalendarReading reading =
                calendars.read(CalendarScope.ofStart(providerId, start).forWish(wish));
        if (!reading.known().contains(providerId) || !reading.knows(wish)) {
            throw Refusal.notFound();
        }
        SlotEngine engine = bookingTerms.engine(wish, reading, clock.instant());
        requireMovable(wish.moving());
        if (!wish.isOpen(caller, providerId)) {
            throw Refusal.forbidden("Providers move appointments within their own calendar.");
        }
        ProviderSchedule schedule = reading.schedules().get(providerId);
        if (schedule == null) {
            throw Refusal.of(OfferFact.PROVIDER_INACTIVE, "R-BOOK-5", "The provider takes no appointments.");
        }
        SlotExplanation explanation =
                engine.explain(schedule, start, blockers.within(providerId, engine.blocked(start), wish.ignoring()));
        Interval time = engine.appointment(start);
        if (wish.tellsOfOthers()) {
            notes.add(AuditedEntity.APPOINTMENT, wish.patientId(), wish.freeTimes(time.start(), time.end()));
        }
        return new Explained(providerId, schedule.calendar().zone(), time, explanation);
    }

    private static void requireMovable(@Nullable MovingVisit moving) {
        if (moving != null && moving.refusal() != null) {
            throw moving.refusal();
        }
    }
}
