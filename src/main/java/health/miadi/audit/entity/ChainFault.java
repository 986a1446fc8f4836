package health.miadi.audit.entity;

import org.jspecify.annotations.Nullable;

/**
 * Where the chain does not hold.
 *
 * @param position the place in the chain
 * @param entryId the number of the entry, null where it is none that is at fault
 */
public record ChainFault(Kind kind, long position, @Nullable Long entryId) {
    /** What is wrong. */
    public enum Kind {
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
}
