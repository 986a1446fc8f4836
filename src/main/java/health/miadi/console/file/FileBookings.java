package health.miadi.console.file;

import health.miadi.appointment.entity.AppointmentStatus;
import health.miadi.availability.control.BookingTerms;
import health.miadi.availability.entity.Interval;
import health.miadi.availability.entity.IntervalSet;
import health.miadi.availability.entity.PatientTime;
import health.miadi.availability.entity.ProviderSchedule;
import health.miadi.availability.entity.SlotEngine;
import health.miadi.availability.entity.SlotPurpose;
import health.miadi.availability.entity.SlotRefusal;
import health.miadi.availability.entity.SlotTerms;
import health.miadi.availability.entity.TypeConditions;
import health.miadi.availability.entity.WorkingCalendar;
import health.miadi.console.storage.ConflictException;
import health.miadi.console.storage.InvalidAttributeException;
import health.miadi.console.storage.ObjectClass;
import health.miadi.console.storage.StoredObject;
import health.miadi.shared.refusal.Refusal;
import health.miadi.shared.time.Zones;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Places appointments in a file as an admin would in the application: the engine that lists the slots decides (R-AVAIL-6),
 * and an {@code overrideReason} overrides all but overlaps (R-BOOK-4).
 */
final class FileBookings {
    /** A bound against slips of the keyboard, for whoever overrides the horizon. */
    private static final Duration FARTHEST = Duration.ofDays(3_653);

    private static final Set<String> PLACEMENT = Set.of("providerId", "start", "durationMinutes", "overrideReason");

    /** What does not count for a daily limit. */
    private static final Set<AppointmentStatus> GIVEN_UP =
            Set.of(AppointmentStatus.CANCELLED, AppointmentStatus.NO_SHOW);

    private final Contents contents;
    private final FileStatuses statuses;
    private final BookingTerms terms;
    private final FileCalendars calendars;
    private final Clock clock;

    FileBookings(Contents contents, FileStatuses statuses, BookingTerms terms, Clock clock) {
        this.contents = contents;
        this.statuses = statuses;
        this.terms = terms;
        this.calendars = new FileCalendars(contents);
        this.clock = clock;
    }

    /** The values of a new appointment, with where it lies. */
    Map<String, Object> booked(StoredObject wish) {
        if (Values.status(wish) != AppointmentStatus.SCHEDULED) {
            throw new InvalidAttributeException("status", "must be scheduled at first");
        }
        return placed(wish, null);
    }

    /** The values of an appointment after a change, placed anew if it moves (R-BOOK-7, R-BOOK-8, R-BOOK-9). */
    Map<String, Object> changed(StoredObject before, StoredObject after, Set<String> changes) {
        AppointmentStatus from = Values.status(before);
        AppointmentStatus to = Values.status(after);
        boolean moves = changes.stream().anyMatch(PLACEMENT::contains);
        if (moves && from != AppointmentStatus.SCHEDULED) {
            throw new ConflictException("It is " + from.word() + " and cannot be moved (R-BOOK-7).");
        }
        if (moves
                && contents.referringTo(before.id()).stream()
                        .anyMatch(other -> other.type() == ObjectClass.MEDICAL_RECORD)) {
            throw new ConflictException("It has a medical record, and stays where it was.");
        }
        if (!from.isActive() && from == to) {
            throw new ConflictException("It is " + from.word() + " and cannot be changed (R-BOOK-7).");
        }
        if (from != to && changes.contains("correctionReason")) {
            statuses.requireCorrection(before, to);
        } else if (from != to) {
            statuses.requireStep(before, to);
        }
        Map<String, Object> values = moves ? placed(after, before) : new HashMap<>(after.attributes());
        requireCover(StoredObject.of(ObjectClass.APPOINTMENT, after.id(), after.version(), values));
        return values;
    }

    /**
     * @param before the appointment that moves, or null: it is a new one
     */
    private Map<String, Object> placed(StoredObject wish, @Nullable StoredObject before) {
        Instant start = Values.instant(wish, "start");
        requireSane(start);
        StoredObject provider = provider(Values.id(wish, "providerId"));
        SlotTerms slotTerms = terms(wish, before);
        Optional<Object> override = wish.value("overrideReason");
        ProviderSchedule schedule = schedule(provider, wish, slotTerms);
        var engine = new SlotEngine(slotTerms, purpose(wish, before, slotTerms), clock.instant());
        Optional<SlotRefusal> refusal =
                override.isEmpty() ? engine.decide(schedule, start) : engine.overlap(schedule, start);
        refusal.ifPresent(FileBookings::refuse);
        Map<String, Object> values = new HashMap<>(wish.attributes());
        values.remove("overrideReason");
        values.put("durationMinutes", (int) slotTerms.duration().toMinutes());
        values.put("end", slotTerms.appointment(start).end());
        values.put("blockedFrom", slotTerms.blocked(start).start());
        values.put("blockedUntil", slotTerms.blocked(start).end());
        values.put("timeZone", schedule.calendar().zone().getId());
        requireCover(StoredObject.of(ObjectClass.APPOINTMENT, wish.id(), wish.version(), values));
        return values;
    }

    private void requireSane(Instant start) {
        if (!start.truncatedTo(ChronoUnit.MINUTES).equals(start)) {
            throw new InvalidAttributeException("start", "must be a whole minute");
        }
        if (Duration.between(clock.instant(), start).abs().compareTo(FARTHEST) > 0) {
            throw new InvalidAttributeException("start", "must be within ten years");
        }
    }

    private StoredObject provider(UUID id) {
        return contents.get(ObjectClass.PROVIDER, id)
                .orElseThrow(() -> new InvalidAttributeException("providerId", "must be the id of a Provider"));
    }

    private SlotPurpose purpose(StoredObject wish, @Nullable StoredObject before, SlotTerms slotTerms) {
        Interval time = slotTerms.appointment(Values.instant(wish, "start"));
        IntervalSet visits = contents.patients().within(Values.id(wish, "patientId"), time, wish.id());
        Interval agreed =
                before == null ? null : new Interval(Values.instant(before, "start"), Values.instant(before, "end"));
        return new SlotPurpose(new PatientTime(visits, IntervalSet.empty()), agreed);
    }

    private SlotTerms terms(StoredObject wish, @Nullable StoredObject before) {
        UUID typeId = Values.optionalId(wish, "appointmentTypeId");
        @Nullable TypeConditions type = typeId == null ? null : conditions(typeId);
        try {
            Integer minutes = (Integer) wish.attributes().get("durationMinutes");
            return before == null ? terms.of(type, minutes) : terms.ofMove(type, minutes(before), minutes);
        } catch (Refusal refusal) {
            throw FileRules.translated(refusal);
        }
    }

    private static int minutes(StoredObject appointment) {
        Duration length = Duration.between(Values.instant(appointment, "start"), Values.instant(appointment, "end"));
        return Math.toIntExact(length.toMinutes());
    }

    private TypeConditions conditions(UUID typeId) {
        return contents.get(ObjectClass.APPOINTMENT_TYPE, typeId)
                .map(Values::conditions)
                .orElseThrow(() ->
                        new InvalidAttributeException("appointmentTypeId", "must be the id of an AppointmentType"));
    }

    private ProviderSchedule schedule(StoredObject provider, StoredObject wish, SlotTerms slotTerms) {
        WorkingCalendar calendar = calendars
                .of(provider)
                .orElseThrow(() -> new ConflictException("The provider takes no appointments: they are not active, or"
                        + " nobody knows their time zone any more (R-BOOK-5)."));
        Interval blocked = slotTerms.blocked(Values.instant(wish, "start"));
        IntervalSet busy = contents.providers().within(provider.id(), blocked, wish.id());
        return new ProviderSchedule(provider.id(), calendar, busy, booked(provider, wish, calendar));
    }

    /** How many appointments of the type the provider has on the day of the wish. */
    private Map<LocalDate, Integer> booked(StoredObject provider, StoredObject wish, WorkingCalendar calendar) {
        UUID type = Values.optionalId(wish, "appointmentTypeId");
        LocalDate day = calendar.dayOf(Values.instant(wish, "start"));
        if (type == null) {
            return Map.of();
        }
        long count = contents.referringTo(provider.id()).stream()
                .filter(other ->
                        other.type() == ObjectClass.APPOINTMENT && !other.id().equals(wish.id()))
                .filter(other -> !GIVEN_UP.contains(Values.status(other)))
                .filter(other -> type.equals(Values.optionalId(other, "appointmentTypeId")))
                .filter(other -> calendar.dayOf(Values.instant(other, "start")).equals(day))
                .count();
        return Map.of(day, (int) count);
    }

    /** R-INS-1: of the patient, and valid on the day. */
    private void requireCover(StoredObject appointment) {
        UUID cover = Values.optionalId(appointment, "insuranceId");
        if (cover == null) {
            return;
        }
        ZoneId zone = Zones.named(Values.text(appointment, "timeZone")).orElse(ZoneOffset.UTC);
        LocalDate day = LocalDate.ofInstant(Values.instant(appointment, "start"), zone);
        boolean valid = contents.get(ObjectClass.INSURANCE, cover)
                .filter(found -> Values.id(found, "patientId").equals(Values.id(appointment, "patientId")))
                .filter(found ->
                        !((LocalDate) found.attributes().getOrDefault("expiryDate", LocalDate.MIN)).isBefore(day))
                .isPresent();
        if (!valid) {
            throw new InvalidAttributeException(
                    "insuranceId", "must be a cover of the patient that is valid on that day");
        }
    }

    private static void refuse(SlotRefusal refusal) {
        throw new ConflictException(
                switch (refusal) {
                    case NOTICE_TOO_SHORT -> "It starts too soon, or has begun already (R-BOOK-3).";
                    case BEYOND_HORIZON -> "It starts later than can be booked today (R-BOOK-3).";
                    case NOT_OFFERED ->
                        "The provider does not offer that start: it is outside the working hours or off their grid"
                                + " (R-AVAIL-5); an overrideReason overrides that.";
                    case TAKEN -> "That time is taken (R-BOOK-1).";
                    case PATIENT_BUSY, PATIENT_HOLDS -> "The patient has another appointment at that time (R-BOOK-1).";
                    case DAILY_LIMIT -> "The provider takes no more of that type on that day (R-AVAIL-5).";
                });
    }
}
