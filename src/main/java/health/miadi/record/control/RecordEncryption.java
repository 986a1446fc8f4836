package health.miadi.record.control;

import health.miadi.identity.control.SecondFactorRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How far the versions of all records, and the secrets of authenticator apps that the same keys seal (R-AUTH-10), have moved to the
 * current key (R-REC-4).
 */
@ApplicationScoped
public class RecordEncryption {
    @Inject
    SealedVersionRepository versions;

    @Inject
    SecondFactorRepository secrets;

    @Inject
    RecordKeys keys;

    /**
     * How many of one kind there are.
     *
     * @param total all of them
     * @param remaining how many a former key seals, which are to move to the current one
     * @param unreadable how many a key seals that is not configured
     */
    public record Moved(long total, long remaining, long unreadable) {
        static Moved of(Map<String, Long> counts, KeyRing ring) {
            long total = counts.values().stream().mapToLong(Long::longValue).sum();
            long unreadable =
                    missing(counts, ring).mapToLong(key -> counts.get(key)).sum();
            return new Moved(total, total - counts.getOrDefault(ring.current(), 0L) - unreadable, unreadable);
        }

        private static Stream<String> missing(Map<String, Long> counts, KeyRing ring) {
            return counts.keySet().stream().filter(key -> !ring.ids().contains(key));
        }
    }

    /**
     * Where it stands.
     *
     * @param currentKey the id of the key that seals
     * @param versions of records
     * @param secrets of authenticator apps
     * @param missingKeys the ids of keys that seal some and are not configured
     */
    public record Progress(String currentKey, Moved versions, Moved secrets, List<String> missingKeys) {}

    public Progress progress() {
        KeyRing ring = keys.ring();
        Map<String, Long> ofVersions = versions.countByKey();
        Map<String, Long> ofSecrets = secrets.countByKey();
        List<String> missing = Stream.concat(Moved.missing(ofVersions, ring), Moved.missing(ofSecrets, ring))
                .distinct()
                .sorted()
                .toList();
        return new Progress(ring.current(), Moved.of(ofVersions, ring), Moved.of(ofSecrets, ring), missing);
    }
}
