package health.miadi.appointment.entity;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Where an appointment stands. One table says what can follow (R-BOOK-7), another what a mark made by mistake becomes (R-BOOK-7a). */
public enum AppointmentStatus {
    SCHEDULED,
    CHECKED_IN,
    COMPLETED,
    CANCELLED,
    NO_SHOW;

    /** Whether it blocks the time of its provider and its patient (R-BOOK-0). */
    public boolean isActive() {
        return this == SCHEDULED || this == CHECKED_IN;
    }

    /** What can follow; nothing ends it (R-BOOK-7). */
    public Set<AppointmentStatus> next() {
        return switch (this) {
            case SCHEDULED -> EnumSet.of(CHECKED_IN, COMPLETED, CANCELLED, NO_SHOW);
            case CHECKED_IN -> EnumSet.of(COMPLETED, CANCELLED);
            case COMPLETED, CANCELLED, NO_SHOW -> EnumSet.noneOf(AppointmentStatus.class);
        };
    }

    /**
     * What staff can make of it when it was marked by mistake (R-BOOK-7a). What was cancelled is not among them: others were
     * told that the time is free.
     */
    public Set<AppointmentStatus> corrections() {
        return switch (this) {
            case CHECKED_IN -> EnumSet.of(SCHEDULED);
            case COMPLETED -> EnumSet.of(SCHEDULED, CHECKED_IN, NO_SHOW);
            case NO_SHOW -> EnumSet.of(SCHEDULED, CHECKED_IN, COMPLETED);
            case SCHEDULED, CANCELLED -> EnumSet.noneOf(AppointmentStatus.class);
        };
    }

    /** The word for it in the database, in JSON and in sentences. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The status with that word.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static AppointmentStatus ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
