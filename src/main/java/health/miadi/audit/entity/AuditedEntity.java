package health.miadi.audit.entity;

import java.util.Locale;

/** The kind of thing that something was done to. */
public enum AuditedEntity {
    PATIENT,
    PROVIDER,
    USER,
    APPOINTMENT_TYPE,
    AVAILABILITY,
    EXCEPTION,
    APPOINTMENT,
    HOLD,
    INSURANCE,
    RECORD,
    /** The audit trail itself. */
    AUDIT,
    /** What has no kind of its own: calendars, configuration. */
    OTHER;

    /** The word for it in the database and in JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The kind with that word.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static AuditedEntity ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
