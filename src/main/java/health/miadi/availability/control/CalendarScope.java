package health.miadi.availability.control;

import health.miadi.availability.entity.Interval;
import health.miadi.availability.entity.TypeConditions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What of which calendars is read.
 *
 * @param providerIds those providers, or empty: all active ones
 * @param specialization only with that specialization, whatever its case, or null: with any
 * @param cadre only of that cadre, whatever its case, or null: of any
 * @param window the time in which appointments and their buffers lie
 * @param appointmentTypeId whose conditions are read and whose appointments are counted by day, or null: no type
 * @param patientId whose appointments and live holds in the window are read too, or null: nobody's
 * @param ignoring an appointment that does not count, because it is the one that moves (R-BOOK-9), or null
 * @param redeeming a hold that does not count, because it is the one that is booked (R-BOOK-10), or null
 * @param hoursOnly whether only working hours are read, and not what is taken of them
 * @param openVisits whether the patient's visits are counted too that are ahead or were booked today, wherever they are (R-BOOK-13)
 */
public record CalendarScope(
        List<UUID> providerIds,
        @Nullable String specialization,
        @Nullable String cadre,
        Interval window,
        @Nullable UUID appointmentTypeId,
        @Nullable UUID patientId,
        @Nullable UUID ignoring,
        @Nullable UUID redeeming,
        boolean hoursOnly,
        boolean openVisits) {
    private static final Duration BUFFER = Duration.ofMinutes(TypeConditions.LONGEST_BUFFER_MINUTES);
    private static final Duration APPOINTMENT = Duration.ofMinutes(TypeConditions.LONGEST_MINUTES);

    public CalendarScope {
        providerIds = List.copyOf(providerIds);
    }

    /** All that slots that start in {@code [from, to)} depend on, whatever their type. */
    public static CalendarScope ofSlots(List<UUID> providerIds, Instant from, Instant to) {
        return new CalendarScope(providerIds, null, null, around(from, to), null, null, null, null, false, false);
    }

    /** When those providers work in that time, free or not. */
    public static CalendarScope ofHours(List<UUID> providerIds, Instant from, Instant to) {
        return new CalendarScope(providerIds, null, null, around(from, to), null, null, null, null, true, false);
    }

    /** All that one start depends on, whatever its type. */
    public static CalendarScope ofStart(UUID providerId, Instant start) {
        return ofSlots(List.of(providerId), start, start.plusNanos(1_000));
    }

    /** The same, only of providers of that specialization and cadre. */
    public CalendarScope among(@Nullable String wishedSpecialization, @Nullable String wishedCadre) {
        return new CalendarScope(
                providerIds,
                wishedSpecialization,
                wishedCadre,
                window,
                appointmentTypeId,
                patientId,
                ignoring,
                redeeming,
                hoursOnly,
                openVisits);
    }

    /** The same with all that decides about what is wished for. */
    public CalendarScope forWish(SlotWish wish) {
        return new CalendarScope(
                providerIds,
                specialization,
                cadre,
                window,
                wish.appointmentTypeId(),
                wish.patientId(),
                wish.ignoring(),
                redeeming,
                hoursOnly,
                wish.isLimited());
    }

    /** The same as if that hold did not count, because it is the one that is booked (R-BOOK-10); null leaves all. */
    public CalendarScope redeeming(@Nullable UUID hold) {
        return new CalendarScope(
                providerIds,
                specialization,
                cadre,
                window,
                appointmentTypeId,
                patientId,
                ignoring,
                hold,
                hoursOnly,
                openVisits);
    }

    private static Interval around(Instant from, Instant to) {
        return new Interval(from.minus(BUFFER), to.plus(APPOINTMENT).plus(BUFFER));
    }
}
