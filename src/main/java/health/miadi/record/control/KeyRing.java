package health.miadi.record.control;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;

/**
 * The AES-256 keys of this deployment, each under the id that sealed values name (R-REC-4): one seals, all open.
 *
 * <p>A key has a random nonce of 96 bits for each value; it should seal fewer than 2^32 values before the next one takes over.
 */
public final class KeyRing {
    /** Of a key, in bytes. */
    static final int KEY_BYTES = 32;

    private final Map<String, SecretKey> keys;
    private final String current;

    /**
     * Makes a ring.
     *
     * @param keys by id
     * @param current the id of the one that seals, which is among them
     */
    KeyRing(Map<String, SecretKey> keys, String current) {
        if (!keys.containsKey(current)) {
            throw new IllegalArgumentException("the key that seals must be on the ring");
        }
        this.keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
        this.current = current;
    }

    /** The id of the key that seals. */
    public String current() {
        return current;
    }

    /** The ids of all keys, the one that seals among them. */
    public Collection<String> ids() {
        return keys.keySet();
    }

    /** The ids of the keys that only open: what they seal is waiting to be sealed anew. */
    List<String> former() {
        return keys.keySet().stream().filter(id -> !id.equals(current)).toList();
    }

    Optional<SecretKey> key(String id) {
        return Optional.ofNullable(keys.get(id));
    }

    /** The ids, never a key. */
    @Override
    public String toString() {
        return "KeyRing " + keys.keySet();
    }
}
