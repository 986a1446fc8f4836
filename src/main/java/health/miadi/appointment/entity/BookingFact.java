package health.miadi.appointment.entity;

import health.miadi.shared.refusal.Fact;

/** What is in the way of a booking or its change, beside the time. */
public enum BookingFact implements Fact {
    /** The hold is over (R-BOOK-10). */
    HOLD_EXPIRED,
    /** The caller holds as many times as one may (R-BOOK-10). */
    HOLD_LIMIT,
    /** The hold is for something else (R-BOOK-10). */
    HOLD_MISMATCH,
    /** Only staff can change it now (R-BOOK-8). */
    CANCELLATION_TOO_LATE
}
