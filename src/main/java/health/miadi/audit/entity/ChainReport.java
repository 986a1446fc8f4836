package health.miadi.audit.entity;

import org.jspecify.annotations.Nullable;

/**
 * What a walk along the chain found.
 *
 * @param sealed how many entries the chain holds
 * @param waiting how many are not in the chain yet: those of the last second or two
 * @param head the end of the chain; with a fault, the last entry before it
 * @param fault the first one, null where the chain holds
 */
public record ChainReport(
        long sealed, long waiting, ChainHead head, @Nullable ChainFault fault) {
    /** Whether nothing that was sealed was changed. */
    public boolean holds() {
        return fault == null;
    }
}
