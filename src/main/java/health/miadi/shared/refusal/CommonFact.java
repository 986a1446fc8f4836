package health.miadi.shared.refusal;

/** What any feature may have to say. */
public enum CommonFact implements Fact {
    /** Some values are wrong. */
    VALIDATION,
    /** Nobody is signed in, or no more. */
    UNAUTHENTICATED,
    /** The caller's role never has this action (R-AUTH-8). */
    FORBIDDEN,
    /** There is no such thing within the caller's sight (R-AUTH-8). */
    NOT_FOUND,
    /** Something with the same value exists already. */
    DUPLICATE,
    /** Other data refers to it. */
    IN_USE,
    /** It cannot be done in the status that it has now. */
    ILLEGAL_TRANSITION,
    /** It was changed since it was read (R-BOOK-11). */
    STALE,
    /** It was not said which version is changed (R-BOOK-11). */
    PRECONDITION_REQUIRED,
    /** Too many attempts; it will be right again after a while (R-AUTH-12). */
    RATE_LIMITED,
    /** What it needs does not answer at the moment. */
    UNAVAILABLE
}
