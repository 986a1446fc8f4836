package health.miadi.appointment.control;

import health.miadi.appointment.entity.Appointment;
import health.miadi.availability.control.BookingTerms;
import health.miadi.availability.control.CalendarReading;
import health.miadi.availability.control.CalendarRepository;
import health.miadi.availability.control.CalendarScope;
import health.miadi.availability.control.SlotWish;
import health.miadi.availability.entity.OfferFact;
import health.miadi.availability.entity.ProviderSchedule;
import health.miadi.availability.entity.Slot;
import health.miadi.availability.entity.SlotEngine;
import health.miadi.identity.entity.Caller;
import health.miadi.shared.persistence.GuardedFact;
import health.miadi.shared.refusal.Fact;
import health.miadi.shared.refusal.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Tells whoever is refused a time when else the provider is free, and nothing about who has it (R-BOOK-12). */
@ApplicationScoped
public class NextStarts {
    /** The member of the problem document that holds them. */
    public static final String MEMBER = "nextStarts";

    private static final Set<Fact> ABOUT_TIME = Set.of(
            GuardedFact.SLOT_TAKEN,
            GuardedFact.PATIENT_BUSY,
            OfferFact.SLOT_NOT_OFFERED,
            OfferFact.NOTICE_TOO_SHORT,
            OfferFact.DAILY_LIMIT);

    @Inject
    CalendarRepository calendars;

    @Inject
    BookingTerms terms;

    @Inject
    BookingSettings settings;

    @Inject
    Clock clock;

    /** Whether another time could help. */
    public static boolean isAboutTime(Refusal refusal) {
        return ABOUT_TIME.contains(refusal.fact());
    }

    /** The refusal of a booking, with the next starts at or after the refused one that could be booked, where it is about a time. */
    public Refusal addTo(Refusal refusal, Caller caller, Booking booking) {
        UUID patient = booking.patientId() == null ? caller.personId() : booking.patientId();
        SlotWish wish =
                new SlotWish(patient, booking.appointmentTypeId(), booking.durationMinutes(), null, caller.isPatient());
        return isAboutTime(refusal) ? add(refusal, booking.providerId(), booking.start(), wish) : refusal;
    }

    /** The same for a move: the starts to which it could be moved, itself not in its way (R-BOOK-9). */
    public Refusal addTo(Refusal refusal, Caller caller, Appointment moving, Move move) {
        UUID provider = move.providerId() == null ? moving.providerId() : move.providerId();
        return isAboutTime(refusal)
                ? add(refusal, provider, move.start(), move.of(VisitsToMove.of(moving, null), caller))
                : refusal;
    }

    private Refusal add(Refusal refusal, UUID providerId, Instant start, SlotWish wish) {
        Instant now = clock.instant();
        Instant from = start.isBefore(now) ? now : start;
        Instant to = from.plus(settings.nextStartsAhead());
        CalendarReading reading = calendars.read(
                CalendarScope.ofSlots(List.of(providerId), from, to).forWish(wish));
        var next = new ArrayList<Instant>();
        if (!BookingTerms.isForStaff(wish, reading.type())) {
            SlotEngine engine = terms.engine(wish, reading, now);
            for (ProviderSchedule schedule : reading.schedules().values()) {
                Iterator<Slot> offered = engine.offered(schedule, from, to);
                while (next.size() < settings.nextStarts() && offered.hasNext()) {
                    next.add(offered.next().start());
                }
            }
        }
        return refusal.with(MEMBER, List.copyOf(next));
    }
}
