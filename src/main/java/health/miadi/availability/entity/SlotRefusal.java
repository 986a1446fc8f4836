package health.miadi.availability.entity;

/**
 * Why a start is not offered, in the order in which they are looked for: the first that holds is the answer.
 */
public enum SlotRefusal {
    /** It starts sooner than the terms' notice allows, or has passed (R-BOOK-3). */
    NOTICE_TOO_SHORT,
    /** It starts later than the terms' horizon allows (R-BOOK-3). */
    BEYOND_HORIZON,
    /** It is off the grid, or does not fit the provider's working time with its buffers (R-AVAIL-5). */
    NOT_OFFERED,
    /** It would be offered, had not someone else got it (R-AVAIL-2). */
    TAKEN,
    /** The patient has another appointment then (R-BOOK-1). */
    PATIENT_BUSY,
    /** Another time that overlaps it is held for the patient (R-BOOK-1, R-BOOK-10). */
    PATIENT_HOLDS,
    /** The provider has as many of its kind on that day as the terms allow. */
    DAILY_LIMIT
}
