package health.miadi.shared.idempotency;

import health.miadi.shared.refusal.Fact;

/** What is wrong with the key of a creation (R-BOOK-6). */
public enum KeyFact implements Fact {
    /** The first request with it still runs. */
    IDEMPOTENCY_IN_FLIGHT,
    /** It came with another request before. */
    IDEMPOTENCY_MISMATCH
}
