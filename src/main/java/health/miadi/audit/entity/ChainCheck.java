package health.miadi.audit.entity;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Walks the chain from its beginning, seal by seal, and remembers no more than where it is. It stops at the first fault.
 */
public final class ChainCheck {
    private final @Nullable ChainHead noted;

    private Seal last = Seal.NONE;
    private long position;
    private byte[] hash = Seal.NONE.lastHash();
    private @Nullable ChainFault fault;

    /**
     * A new walk.
     *
     * @param noted a head that was noted earlier, null for none
     */
    public ChainCheck(@Nullable ChainHead noted) {
        this.noted = noted;
    }

    /** The seal up to which all is right. */
    public Seal last() {
        return last;
    }

    /** Where the walk is: the last entry that is right. */
    public ChainHead head() {
        return new ChainHead(position, HexFormat.of().formatHex(hash));
    }

    /** The first fault, if one was found. */
    public Optional<ChainFault> fault() {
        return Optional.ofNullable(fault);
    }

    /**
     * Takes the next step.
     *
     * @param seal the next that there is
     * @param entries those after the last seal and up to this one, in the order of the chain; one more than it holds is
     *     enough
     * @return whether all is right so far
     */
    public boolean accept(Seal seal, List<AuditEntry> entries) {
        if (seal.number() != last.number() + 1
                || seal.firstPosition() != position + 1
                || !Arrays.equals(seal.previousHash(), hash)) {
            return broken(ChainFaultKind.SEAL_BROKEN, null);
        }
        for (int i = 0; i < seal.entries(); i++) {
            if (!follows(seal, i, i < entries.size() ? entries.get(i) : null)) {
                return false;
            }
        }
        if (entries.size() > seal.entries()) {
            return broken(
                    ChainFaultKind.INSERTED, entries.get(seal.entries()).key().id());
        }
        if (!entries.get(seal.entries() - 1).key().equals(seal.through())) {
            return broken(ChainFaultKind.SEAL_BROKEN, null);
        }
        last = seal;
        return true;
    }

    /** Ends the walk: a head that was noted must have been passed. */
    public void end() {
        if (fault == null && noted != null && noted.position() > position) {
            broken(ChainFaultKind.CUT_OFF, null);
        }
    }

    private boolean follows(Seal seal, int index, @Nullable AuditEntry entry) {
        long expected = seal.id(index);
        if (entry == null) {
            return broken(ChainFaultKind.REMOVED, expected);
        }
        long found = entry.key().id();
        if (found != expected) {
            return seal.holdsFrom(index + 1, found)
                    ? broken(ChainFaultKind.REMOVED, expected)
                    : broken(ChainFaultKind.INSERTED, found);
        }
        byte[] next = entry.hashAfter(hash);
        if (!Arrays.equals(next, seal.hash(index))) {
            return broken(ChainFaultKind.CHANGED, expected);
        }
        hash = next;
        position++;
        if (noted != null && noted.position() == position && !noted.hash().equals(head().hash())) {
            return broken(ChainFaultKind.REWRITTEN, null);
        }
        return true;
    }

    /** The fault lies at the first place that is not right. */
    private boolean broken(ChainFaultKind kind, @Nullable Long entryId) {
        boolean atHead = kind == ChainFaultKind.REWRITTEN || kind == ChainFaultKind.CUT_OFF;
        fault = new ChainFault(kind, atHead && noted != null ? noted.position() : position + 1, entryId);
        return false;
    }
}
