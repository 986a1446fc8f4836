package health.miadi.availability.control;

import java.time.Duration;

/**
 * What a patient who books by themselves has already (R-BOOK-13).
 *
 * @param open how many of their appointments are active and have not begun
 * @param bookedToday how many they booked by themselves within the last {@link #DAY}, whatever became of them
 */
record OwnVisits(int open, int bookedToday) {
    static final Duration DAY = Duration.ofHours(24);

    /** Nothing that counts. */
    static final OwnVisits NONE = new OwnVisits(0, 0);
}
