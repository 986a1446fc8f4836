package health.miadi.appointment.entity;

import java.util.Locale;

/** What was done to an appointment, as its history tells it. */
public enum ChangeKind {
    BOOKED,
    RESCHEDULED,
    AMENDED,
    CHECKED_IN,
    COMPLETED,
    CANCELLED,
    NO_SHOW,
    /** A status that was set by mistake was taken back (R-BOOK-7a). */
    CORRECTED,
    /** The patient's data were erased, and with them what was said of the appointment. */
    ERASED;

    /** The word for it in the database and in JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The kind with that word.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static ChangeKind ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    static ChangeKind to(AppointmentStatus status) {
        return valueOf(status.name());
    }
}
