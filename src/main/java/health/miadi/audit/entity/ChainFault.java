package health.miadi.audit.entity;

import org.jspecify.annotations.Nullable;

/**
 * Where the chain does not hold.
 *
 * @param position the place in the chain
 * @param entryId the number of the entry, null where it is none that is at fault
 */
public record ChainFault(
        ChainFaultKind kind, long position, @Nullable Long entryId) {}
