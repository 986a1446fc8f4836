package health.miadi.availability.entity;

import health.miadi.shared.refusal.Fact;

/** Why a time is not offered (R-AVAIL-5, R-BOOK-3). */
public enum OfferFact implements Fact {
    /** The calendar does not offer it. */
    SLOT_NOT_OFFERED,
    /** It starts too soon. */
    NOTICE_TOO_SHORT,
    /** It is too far ahead. */
    BEYOND_HORIZON,
    /** The day is full. */
    DAILY_LIMIT,
    /** The provider takes no appointments (R-BOOK-5). */
    PROVIDER_INACTIVE,
    /** Who books for themselves can book no more now (R-BOOK-13). */
    VISIT_LIMIT
}
