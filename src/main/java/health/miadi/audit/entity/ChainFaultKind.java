package health.miadi.audit.entity;

/** What is wrong where the chain does not hold. */
public enum ChainFaultKind {
    /** The entry says something else than when it was sealed. */
    CHANGED,
    /** The entry was sealed and is not there. */
    REMOVED,
    /** The entry stands among those that were sealed and was not there then. */
    INSERTED,
    /** A seal was changed or removed. */
    SEAL_BROKEN,
    /** The chain ends before the head that was noted. */
    CUT_OFF,
    /** The chain has another hash where the head was noted: it was made anew. */
    REWRITTEN
}
