package health.miadi.shared.persistence;

import health.miadi.shared.refusal.Fact;

/** What the database finds out by itself, when two do at once what each of them may do. */
public enum GuardedFact implements Fact {
    /** Somebody has that time (R-BOOK-1). */
    SLOT_TAKEN,
    /** The patient has, or holds, another time then (R-BOOK-1). */
    PATIENT_BUSY,
    /** The clinic would have no admin left (R-AUTH-5). */
    LAST_ADMIN
}
