package health.miadi.appointment.control;

import health.miadi.appointment.entity.Change;
import health.miadi.appointment.entity.Hold;
import health.miadi.appointment.entity.Placement;
import health.miadi.availability.control.BookingTerms;
import health.miadi.availability.control.CalendarReading;
import health.miadi.availability.control.CalendarRepository;
import health.miadi.availability.control.CalendarScope;
import health.miadi.availability.entity.OfferFact;
import health.miadi.availability.entity.PatientTime;
import health.miadi.availability.entity.ProviderSchedule;
import health.miadi.availability.entity.SlotEngine;
import health.miadi.availability.entity.SlotPurpose;
import health.miadi.availability.entity.SlotRefusal;
import health.miadi.availability.entity.SlotTerms;
import health.miadi.shared.persistence.GuardedFact;
import health.miadi.shared.refusal.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Decides whether an appointment can be placed where somebody wants it, by the engine that lists the slots (R-AVAIL-6).
 * Provider and patient are locked by the caller, so that what is read here stays true until the transaction ends.
 */
@ApplicationScoped
public class PlacementPolicy {
    /** A bound against slips of the keyboard, for staff who override the horizon. */
    private static final Duration FARTHEST = Duration.ofDays(3_653);

    @Inject
    CalendarRepository calendars;

    @Inject
    BookingTerms terms;

    /**
     * The place for the appointment.
     *
     * @throws Refusal by the rule that speaks against it
     */
    Placement decide(UUID providerId, Wish wish, Change change) {
        requireSaneStart(wish.start(), change.at());
        CalendarReading reading = calendars.read(CalendarScope.ofStart(providerId, wish.start())
                .forWish(wish.slot())
                .redeeming(wish.heldId()));
        ProviderSchedule schedule = schedule(reading, providerId);
        terms.requireRoom(wish.slot(), reading);
        SlotEngine engine = engine(wish, reading, change);
        refusal(engine, schedule, wish.start(), change).ifPresent(PlacementPolicy::refuse);
        return new Placement(
                providerId,
                engine.appointment(wish.start()),
                engine.blocked(wish.start()),
                schedule.calendar().zone());
    }

    private static void requireSaneStart(Instant start, Instant now) {
        if (!start.truncatedTo(ChronoUnit.MINUTES).equals(start)) {
            throw Refusal.invalid("start", "must be a whole minute");
        }
        if (Duration.between(now, start).abs().compareTo(FARTHEST) > 0) {
            throw Refusal.invalid("start", "must be within ten years");
        }
    }

    private SlotEngine engine(Wish wish, CalendarReading reading, Change change) {
        Hold held = wish.held();
        if (held != null) {
            return held(held, reading);
        }
        if (wish.slot().appointmentTypeId() != null && reading.type() == null) {
            throw Refusal.invalid("appointmentTypeId", "must be the id of an appointment type");
        }
        if (BookingTerms.isForStaff(wish.slot(), reading.type())) {
            throw Refusal.of(
                    OfferFact.SLOT_NOT_OFFERED,
                    "R-BOOK-4",
                    "Appointments of this type are booked by the clinic's staff. Please call the clinic.");
        }
        return terms.engine(wish.slot(), reading, change.at());
    }

    /** What is held was decided when it was held: what its type says meanwhile does not stop its booking (R-BOOK-10). */
    private static SlotEngine held(Hold held, CalendarReading reading) {
        PatientTime patient = Objects.requireNonNullElse(reading.patient(), PatientTime.FREE);
        return new SlotEngine(
                SlotTerms.ofHeld(held.time(), held.blocked()), new SlotPurpose(patient, null), held.createdAt());
    }

    private static ProviderSchedule schedule(CalendarReading reading, UUID providerId) {
        ProviderSchedule schedule = reading.schedules().get(providerId);
        if (schedule == null) {
            throw Refusal.of(
                    OfferFact.PROVIDER_INACTIVE,
                    "R-BOOK-5",
                    "The provider takes no appointments: they are not active, or nobody knows their time zone any more.");
        }
        return schedule;
    }

    /** With an override, only what it would overlap counts (R-BOOK-4). */
    private static Optional<SlotRefusal> refusal(
            SlotEngine engine, ProviderSchedule schedule, Instant start, Change change) {
        if (change.overrideReason() == null) {
            return engine.decide(schedule, start);
        }
        return engine.overlap(schedule, start);
    }

    private static void refuse(SlotRefusal refusal) {
        throw switch (refusal) {
            case NOTICE_TOO_SHORT ->
                Refusal.of(OfferFact.NOTICE_TOO_SHORT, "R-BOOK-3", "It starts too soon, or has begun already.");
            case BEYOND_HORIZON ->
                Refusal.of(OfferFact.BEYOND_HORIZON, "R-BOOK-3", "It starts later than can be booked today.");
            case NOT_OFFERED ->
                Refusal.of(
                        OfferFact.SLOT_NOT_OFFERED,
                        "R-AVAIL-5",
                        "The provider does not offer that start: it is outside the working hours or off their grid.");
            case TAKEN ->
                Refusal.of(GuardedFact.SLOT_TAKEN, "R-BOOK-1", "That time is taken, by an appointment or a hold.");
            case PATIENT_BUSY ->
                Refusal.of(GuardedFact.PATIENT_BUSY, "R-BOOK-1", "The patient has another appointment at that time.");
            case PATIENT_HOLDS ->
                Refusal.of(
                        GuardedFact.PATIENT_BUSY,
                        "R-BOOK-1",
                        "Another time that overlaps it is held for the patient: book or release that hold first, or wait"
                                + " until it expires.");
            case DAILY_LIMIT ->
                Refusal.of(OfferFact.DAILY_LIMIT, "R-AVAIL-5", "The provider takes no more of that type on that day.");
        };
    }
}
