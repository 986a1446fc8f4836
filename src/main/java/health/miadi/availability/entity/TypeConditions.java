package health.miadi.availability.entity;

import org.jspecify.annotations.Nullable;

/**
 * On what conditions an appointment type can be booked.
 *
 * @param durationMinutes 5 to 480
 * @param slotIntervalMinutes distance of the offered starts, 5 to 240
 * @param bufferBeforeMinutes kept free before it, 0 to 240
 * @param bufferAfterMinutes kept free after it, 0 to 240
 * @param minNoticeMinutes 0 to 43,200, or null: the clinic's default
 * @param maxHorizonDays 1 to 730, or null: the clinic's default
 * @param maxPerDay 1 to 500 for one provider on one day, or null: any number
 * @param patientsMayBook whether patients book it themselves (R-BOOK-4)
 */
public record TypeConditions(
        int durationMinutes,
        int slotIntervalMinutes,
        int bufferBeforeMinutes,
        int bufferAfterMinutes,
        @Nullable Integer minNoticeMinutes,
        @Nullable Integer maxHorizonDays,
        @Nullable Integer maxPerDay,
        boolean patientsMayBook) {
    /** The longest that an appointment of any type lasts, in minutes. */
    public static final int LONGEST_MINUTES = 480;
    /** The longest buffer of any type, in minutes. */
    public static final int LONGEST_BUFFER_MINUTES = 240;
}
