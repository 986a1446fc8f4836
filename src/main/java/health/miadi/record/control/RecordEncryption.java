package health.miadi.record.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** How far the versions of all records have moved to the current key (R-REC-4). */
@ApplicationScoped
public class RecordEncryption {
    @Inject
    SealedVersionRepository versions;

    @Inject
    RecordKeys keys;

    /**
     * Where it stands.
     *
     * @param currentKey the id of the key that seals
     * @param total how many versions there are
     * @param remaining how many a former key seals, which are to move to the current one
     * @param unreadable how many a key seals that is not configured
     * @param missingKeys the ids of those keys
     */
    public record Progress(String currentKey, long total, long remaining, long unreadable, List<String> missingKeys) {}

    public Progress progress() {
        KeyRing ring = keys.ring();
        Map<String, Long> counts = versions.countByKey();
        List<String> missing = counts.keySet().stream()
                .filter(key -> !ring.ids().contains(key))
                .toList();
        long total = counts.values().stream().mapToLong(Long::longValue).sum();
        long unreadable = missing.stream().mapToLong(counts::get).sum();
        long current = counts.getOrDefault(ring.current(), 0L);
        return new Progress(ring.current(), total, total - current - unreadable, unreadable, missing);
    }
}
