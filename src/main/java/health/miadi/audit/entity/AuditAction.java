package health.miadi.audit.entity;

import java.util.Locale;

/** What was done, or tried. */
public enum AuditAction {
    READ,
    CREATED,
    CHANGED,
    REMOVED,
    /** A provider opened the file of a patient whom they did not see, and said why (R-AUTH-13). */
    OPENED_IN_EMERGENCY,
    EXPORTED,
    ERASED,
    IMPORTED,
    /** Encrypted with a newer key. */
    REENCRYPTED,
    /** The chain of the audit trail was walked. */
    VERIFIED,
    BOOKED,
    RESCHEDULED,
    CANCELLED,
    CHECKED_IN,
    COMPLETED,
    NO_SHOW,
    /** The status of an appointment was taken back, as a mistake. */
    CORRECTED,
    AMENDED,
    /** What a patient says of themselves was found to be so. */
    CONFIRMED,
    /** What was confirmed is another's. */
    UNCONFIRMED,
    SIGNED_IN,
    SIGNED_OUT,
    PASSWORD_CHANGED,
    /** The current password was asked for once more, and is noted where it was wrong. */
    PASSWORD_CONFIRMED,
    /** With a one-time code. */
    PASSWORD_RESET,
    /** A one-time code was made for an account. */
    CODE_ISSUED,
    /** An account was joined to one of an OpenID provider; to a patient or provider, that an account became theirs. */
    LINKED,
    UNLINKED,
    /** Somebody who was signed in to an account marked as read what others had done to it (R-AUTH-15). */
    ACKNOWLEDGED,
    /** A second factor was set up. */
    FACTOR_ADDED,
    FACTOR_REMOVED,
    /** An admin asked for the removal of somebody's second factor (R-AUTH-19). */
    FACTOR_REMOVAL_ASKED,
    /** The owner of the account refused it. */
    FACTOR_REMOVAL_REFUSED,
    /** An admin took it back. */
    FACTOR_REMOVAL_WITHDRAWN,
    /** Recovery codes were made anew. */
    RECOVERY_CODES_MADE;

    /** The word for it in the database and in JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The action with that word.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static AuditAction ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
