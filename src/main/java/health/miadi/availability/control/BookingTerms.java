package health.miadi.availability.control;

import health.miadi.availability.entity.MovingVisit;
import health.miadi.availability.entity.OfferFact;
import health.miadi.availability.entity.PatientTime;
import health.miadi.availability.entity.SlotEngine;
import health.miadi.availability.entity.SlotPurpose;
import health.miadi.availability.entity.SlotTerms;
import health.miadi.availability.entity.TypeConditions;
import health.miadi.shared.metrics.Limit;
import health.miadi.shared.metrics.Metrics;
import health.miadi.shared.refusal.Refusal;
import health.miadi.shared.settings.Configured;
import health.miadi.shared.settings.Setting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The terms on which an appointment is offered and booked: those of its type, and the clinic's defaults where it has none
 * or says nothing (R-AVAIL-5, R-BOOK-3).
 */
@ApplicationScoped
public class BookingTerms {
    @Inject
    @Configured(Setting.BOOKING_DURATION_MINUTES)
    int durationMinutes;

    @Inject
    @Configured(Setting.BOOKING_SHORTEST_MINUTES)
    int shortestMinutes;

    @Inject
    @Configured(Setting.BOOKING_LONGEST_MINUTES)
    int longestMinutes;

    @Inject
    @Configured(Setting.BOOKING_SLOT_INTERVAL_MINUTES)
    int slotIntervalMinutes;

    @Inject
    @Configured(Setting.BOOKING_MIN_NOTICE_MINUTES)
    int minNoticeMinutes;

    @Inject
    @Configured(Setting.BOOKING_MAX_HORIZON_DAYS)
    int maxHorizonDays;

    @Inject
    @Configured(Setting.BOOKING_OPEN_VISITS)
    int mostOpenVisits;

    @Inject
    @Configured(Setting.BOOKING_OWN_PER_DAY)
    int mostOwnPerDay;

    /**
     * The terms where nothing injects them: of the console on a file.
     *
     * @param setting the number that a setting has
     */
    public static BookingTerms of(ToIntFunction<Setting> setting) {
        var terms = new BookingTerms();
        terms.durationMinutes = setting.applyAsInt(Setting.BOOKING_DURATION_MINUTES);
        terms.shortestMinutes = setting.applyAsInt(Setting.BOOKING_SHORTEST_MINUTES);
        terms.longestMinutes = setting.applyAsInt(Setting.BOOKING_LONGEST_MINUTES);
        terms.slotIntervalMinutes = setting.applyAsInt(Setting.BOOKING_SLOT_INTERVAL_MINUTES);
        terms.minNoticeMinutes = setting.applyAsInt(Setting.BOOKING_MIN_NOTICE_MINUTES);
        terms.maxHorizonDays = setting.applyAsInt(Setting.BOOKING_MAX_HORIZON_DAYS);
        return terms;
    }

    /**
     * The terms of an appointment.
     *
     * @param type the conditions of its type, or null: it has no type
     * @param wishedMinutes how long it shall last, or null: as long as its type says
     * @throws Refusal {@code validation} when the wished duration is not the type's, or without a type not 15 to 120
     *     minutes
     */
    public SlotTerms of(@Nullable TypeConditions type, @Nullable Integer wishedMinutes) {
        TypeConditions conditions = type == null ? untyped() : type;
        return new SlotTerms(
                Duration.ofMinutes(duration(conditions, type != null, wishedMinutes)),
                Duration.ofMinutes(conditions.slotIntervalMinutes()),
                Duration.ofMinutes(conditions.bufferBeforeMinutes()),
                Duration.ofMinutes(conditions.bufferAfterMinutes()),
                Duration.ofMinutes(Objects.requireNonNullElse(conditions.minNoticeMinutes(), minNoticeMinutes)),
                Duration.ofDays(Objects.requireNonNullElse(conditions.maxHorizonDays(), maxHorizonDays)),
                conditions.maxPerDay());
    }

    /**
     * The engine that lists, explains and decides for what is wished for (R-AVAIL-6): the terms of its type, the patient's
     * own time, and for a move what was agreed. A move keeps the appointment's length unless it asks for another, and what
     * rules new appointments, the horizon of its type among it, does not hold it back (R-BOOK-8).
     *
     * @throws Refusal {@code validation} when the duration is none that can be asked for
     */
    public SlotEngine engine(SlotWish wish, CalendarReading reading, Instant now) {
        PatientTime patient = Objects.requireNonNullElse(reading.patient(), PatientTime.FREE);
        MovingVisit moving = wish.moving();
        return moving == null
                ? new SlotEngine(of(reading.type(), wish.durationMinutes()), new SlotPurpose(patient, null), now)
                : new SlotEngine(
                        ofMove(reading.type(), moving.minutes(), wish.durationMinutes()),
                        new SlotPurpose(patient, moving.time()),
                        now);
    }

    /**
     * Goes on only where the patient who asks may have one more open visit, and book one more today (R-BOOK-13). Whoever lists
     * times asks the same as whoever takes one: nothing is listed that could not be booked (R-AVAIL-6). Staff book as many as
     * are needed.
     *
     * @throws Refusal {@code visit-limit} otherwise
     */
    public void requireRoom(SlotWish wish, CalendarReading reading) {
        OwnVisits has = reading.ownVisits();
        if (!wish.isLimited()) {
            return;
        }
        if (has.open() >= mostOpenVisits) {
            throw noRoom("You have " + has.open()
                    + " visits ahead of you, and may book no more by yourself. Cancel one"
                    + " that you do not need, or call the clinic: its staff can book more.");
        }
        if (has.bookedToday() >= mostOwnPerDay) {
            throw noRoom("You booked " + has.bookedToday()
                    + " visits within the last 24 hours, and may book no more by yourself now. Come back"
                    + " tomorrow, or call the clinic: its staff can book more.");
        }
    }

    private static Refusal noRoom(String why) {
        Metrics.reached(Limit.OPEN_VISITS);
        return Refusal.of(OfferFact.VISIT_LIMIT, "R-BOOK-13", why);
    }

    /**
     * Whether what is wished for is for the clinic's staff to book: a new appointment of a type that patients do not book
     * themselves (R-BOOK-4). One that was agreed stays its patient's to move (R-BOOK-8).
     */
    public static boolean isForStaff(SlotWish wish, @Nullable TypeConditions type) {
        return wish.byPatient() && wish.moving() == null && type != null && !type.patientsMayBook();
    }

    /**
     * The terms on which an appointment moves.
     *
     * @param type the present conditions of its type, or null: it has no type
     * @param agreedMinutes how long it is now, and stays unless another length is wished for
     * @param wishedMinutes that, or as long as its type says, or null: as long as it is
     * @throws Refusal {@code validation} when the wished duration is another
     */
    public SlotTerms ofMove(@Nullable TypeConditions type, int agreedMinutes, @Nullable Integer wishedMinutes) {
        boolean kept = wishedMinutes == null || wishedMinutes == agreedMinutes;
        SlotTerms terms = of(type, kept ? null : wishedMinutes);
        Duration horizon = Duration.ofDays(maxHorizonDays);
        return new SlotTerms(
                kept ? Duration.ofMinutes(agreedMinutes) : terms.duration(),
                terms.slotInterval(),
                terms.bufferBefore(),
                terms.bufferAfter(),
                terms.minNotice(),
                terms.maxHorizon().compareTo(horizon) > 0 ? terms.maxHorizon() : horizon,
                terms.maxPerDay());
    }

    private int duration(TypeConditions conditions, boolean typed, @Nullable Integer wished) {
        if (wished == null || wished == conditions.durationMinutes()) {
            return conditions.durationMinutes();
        }
        if (typed) {
            throw Refusal.invalid("durationMinutes", "must be left out, or be the length of the appointment type");
        }
        if (wished < shortestMinutes || wished > longestMinutes) {
            throw Refusal.invalid("durationMinutes", "must be from " + shortestMinutes + " to " + longestMinutes);
        }
        return wished;
    }

    private TypeConditions untyped() {
        return new TypeConditions(durationMinutes, slotIntervalMinutes, 0, 0, null, null, null, true);
    }
}
