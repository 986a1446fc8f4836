package health.miadi.audit.entity;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * Some entries that follow one another in the chain, and their hashes. What it holds is final.
 *
 * @param number from 1, without gaps
 * @param through its last entry
 * @param firstPosition the place in the chain of its first entry, from 1
 * @param entries how many it holds
 * @param previousHash of the entry before its first
 * @param ids 8 bytes for each entry
 * @param hashes 32 bytes for each entry
 */
@SuppressWarnings("ArrayRecordComponent") // seals are never compared
public record Seal(
        long number,
        EntryKey through,
        long firstPosition,
        int entries,
        byte[] previousHash,
        byte[] ids,
        byte[] hashes) {
    /** How many bytes a hash has. */
    public static final int HASH_BYTES = 32;

    /** What comes before the first one. */
    public static final Seal NONE =
            new Seal(0, EntryKey.BEGINNING, 1, 0, new byte[HASH_BYTES], new byte[0], new byte[0]);

    /** The place in the chain of its last entry. */
    public long lastPosition() {
        return firstPosition + entries - 1;
    }

    /** The hash of its last entry. */
    public byte[] lastHash() {
        return entries == 0 ? previousHash : hash(entries - 1);
    }

    /** The hash of the entry at that place in the seal, from 0. */
    public byte[] hash(int index) {
        return Arrays.copyOfRange(hashes, index * HASH_BYTES, (index + 1) * HASH_BYTES);
    }

    /** The id of the entry at that place in the seal, from 0. */
    public long id(int index) {
        return ByteBuffer.wrap(ids).getLong(index * Long.BYTES);
    }

    /** Whether it holds that entry, from that place on. */
    boolean holdsFrom(int index, long id) {
        for (int i = index; i < entries; i++) {
            if (id(i) == id) {
                return true;
            }
        }
        return false;
    }

    /** The seal that comes next and holds these entries, one or more, in their order. */
    public Seal followedBy(List<AuditEntry> next) {
        ByteBuffer nextIds = ByteBuffer.allocate(next.size() * Long.BYTES);
        ByteBuffer nextHashes = ByteBuffer.allocate(next.size() * HASH_BYTES);
        byte[] hash = lastHash();
        for (AuditEntry entry : next) {
            hash = entry.hashAfter(hash);
            nextIds.putLong(entry.key().id());
            nextHashes.put(hash);
        }
        return new Seal(
                number + 1,
                next.get(next.size() - 1).key(),
                lastPosition() + 1,
                next.size(),
                lastHash(),
                nextIds.array(),
                nextHashes.array());
    }

    /** Its number alone. */
    @Override
    public String toString() {
        return "Seal " + number;
    }
}
