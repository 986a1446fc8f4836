package health.miadi.appointment.control;

import health.miadi.appointment.entity.Change;
import health.miadi.appointment.entity.Placement;
import health.miadi.availability.control.BookingTerms;
import health.miadi.availability.control.CalendarReading;
import health.miadi.availability.control.CalendarRepository;
import health.miadi.availability.control.CalendarScope;
import health.miadi.availability.entity.ProviderSchedule;
import health.miadi.availability.entity.SlotEngine;
import health.miadi.availability.entity.SlotRefusal;
import health.miadi.availability.entity.SlotTerms;
import health.miadi.availability.entity.TypeConditions;
import health.miadi.shared.problem.ProblemType;
import health.miadi.shared.problem.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
        CalendarReading reading = calendars.read(CalendarScope.ofBooking(
                providerId, wish.patientId(), wish.start(), wish.appointmentTypeId(), wish.moving(), wish.heldId()));
        ProviderSchedule schedule = schedule(reading, providerId);
        SlotTerms slotTerms = terms(wish, reading, change);
        refusal(new SlotEngine(slotTerms, wish.askedAt(change.at())), schedule, wish.start(), change)
                .ifPresent(PlacementPolicy::refuse);
        if (reading.patientBusy().overlaps(slotTerms.appointment(wish.start()))) {
            throw Refusal.of(ProblemType.PATIENT_BUSY, "R-BOOK-1", "The patient has another appointment at that time.");
        }
        return new Placement(
                providerId,
                slotTerms.appointment(wish.start()),
                slotTerms.blocked(wish.start()),
                schedule.calendar().zone());
    }

    private static void requireSaneStart(Instant start, Instant now) {
        if (!start.truncatedTo(ChronoUnit.MINUTES).equals(start)) {
            throw Refusal.invalid("/start", "must be a whole minute");
        }
        if (Duration.between(now, start).abs().compareTo(FARTHEST) > 0) {
            throw Refusal.invalid("/start", "must be within ten years");
        }
    }

    private SlotTerms terms(Wish wish, CalendarReading reading, Change change) {
        TypeConditions type = reading.type();
        if (wish.appointmentTypeId() != null) {
            if (type == null) {
                throw Refusal.invalid("/appointmentTypeId", "must be the id of an appointment type");
            }
            if (change.by().isPatient() && !type.patientsMayBook()) {
                throw Refusal.forbidden("Appointments of this type are booked by the clinic's staff.");
            }
        }
        return terms.of(type, wish.durationMinutes(), "/durationMinutes");
    }

    private static ProviderSchedule schedule(CalendarReading reading, UUID providerId) {
        ProviderSchedule schedule = reading.schedules().get(providerId);
        if (schedule == null) {
            throw Refusal.of(
                    ProblemType.PROVIDER_INACTIVE,
                    "R-BOOK-5",
                    "The provider takes no appointments: they are not active, or nobody knows their time zone any more.");
        }
        return schedule;
    }

    /** With an override, only the overlap with others counts (R-BOOK-4). */
    private static Optional<SlotRefusal> refusal(
            SlotEngine engine, ProviderSchedule schedule, Instant start, Change change) {
        if (change.overrideReason() == null) {
            return engine.decide(schedule, start);
        }
        return engine.isTaken(schedule, start) ? Optional.of(SlotRefusal.TAKEN) : Optional.empty();
    }

    private static void refuse(SlotRefusal refusal) {
        throw switch (refusal) {
            case NOTICE_TOO_SHORT ->
                Refusal.of(ProblemType.NOTICE_TOO_SHORT, "R-BOOK-3", "It starts too soon, or has begun already.");
            case BEYOND_HORIZON ->
                Refusal.of(ProblemType.BEYOND_HORIZON, "R-BOOK-3", "It starts later than can be booked today.");
            case NOT_OFFERED ->
                Refusal.of(
                        ProblemType.SLOT_NOT_OFFERED,
                        "R-AVAIL-5",
                        "The provider does not offer that start: it is outside the working hours or off their grid.");
            case TAKEN ->
                Refusal.of(ProblemType.SLOT_TAKEN, "R-BOOK-1", "That time is taken, by an appointment or a hold.");
            case DAILY_LIMIT ->
                Refusal.of(
                        ProblemType.DAILY_LIMIT, "R-AVAIL-5", "The provider takes no more of that type on that day.");
        };
    }
}
