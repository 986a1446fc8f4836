package health.miadi.record.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Which key seals which versions. Removed records count: their versions are kept, and so need their keys. */
@ApplicationScoped
public class SealedVersionRepository {
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    @PersistenceContext
    EntityManager entities;

    /** How many versions each key seals. */
    Map<String, Long> countByKey() {
        List<?> rows = entities.createNativeQuery(
                        "SELECT key_id, count(*) FROM medical_record_versions GROUP BY key_id ORDER BY key_id")
                .getResultList();
        Map<String, Long> counts = new LinkedHashMap<>();
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            counts.put((String) columns[0], ((Number) columns[1]).longValue());
        }
        return counts;
    }

    /**
     * The ids of versions that a key seals, locked until the transaction ends. Those that somebody else has locked are left to
     * them.
     *
     * @param after where to go on, empty at the beginning
     */
    List<UUID> lock(String keyId, Optional<UUID> after, int most) {
        List<?> ids = entities.createNativeQuery("""
                        SELECT id FROM medical_record_versions WHERE key_id = ? AND id > ?
                        ORDER BY id LIMIT ? FOR UPDATE SKIP LOCKED
                        """)
                .setParameter(1, keyId)
                .setParameter(2, after.orElse(BEFORE_ALL))
                .setParameter(3, most)
                .getResultList();
        return ids.stream().map(UUID.class::cast).toList();
    }

    List<StoredRecord> withRecords(List<UUID> ids) {
        return entities.createQuery(
                        "SELECT r, v FROM MedicalRecord r, RecordVersion v WHERE r.id = v.recordId AND v.id IN :ids",
                        Object[].class)
                .setParameter("ids", ids)
                .getResultStream()
                .map(StoredRecord::of)
                .toList();
    }

    void flush() {
        entities.flush();
    }
}
