package health.miadi.patient.control;

import health.miadi.shared.paging.Cursor;
import health.miadi.shared.paging.PageQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** The table of files that were opened in an emergency. */
@ApplicationScoped
public class EmergencyOpeningRepository {
    /** How many sort keys the list has: the id, which grows with time. */
    public static final int SORT_KEYS = 1;

    private static final UUID AFTER_ALL = new UUID(-1, -1);

    @PersistenceContext
    EntityManager entities;

    void add(EmergencyOpening opening) {
        entities.createNativeQuery("""
                        INSERT INTO emergency_openings (id, patient_id, provider_id, reason, opened_at, expires_at)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """)
                .setParameter(1, opening.id())
                .setParameter(2, opening.patientId())
                .setParameter(3, opening.providerId())
                .setParameter(4, opening.reason())
                .setParameter(5, opening.openedAt().atOffset(ZoneOffset.UTC))
                .setParameter(6, opening.expiresAt().atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    /** Those of that patient's file, the latest first, one more than the page has. */
    public List<EmergencyOpening> list(UUID patientId, PageQuery page) {
        Cursor cursor = page.cursor();
        List<?> rows = entities.createNativeQuery("""
                        SELECT CAST(id AS text), CAST(patient_id AS text), CAST(provider_id AS text), reason,
                            CAST(extract(epoch FROM opened_at) * 1000000 AS bigint),
                            CAST(extract(epoch FROM expires_at) * 1000000 AS bigint)
                        FROM emergency_openings WHERE patient_id = ? AND id < ? ORDER BY id DESC LIMIT ?
                        """)
                .setParameter(1, patientId)
                .setParameter(2, cursor == null ? AFTER_ALL : cursor.uuid(0))
                .setParameter(3, page.limit() + 1)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(EmergencyOpeningRepository::opening)
                .toList();
    }

    /** Forgets those of a patient who is erased; the trail keeps that they were. */
    public void forget(UUID patientId) {
        entities.createNativeQuery("DELETE FROM emergency_openings WHERE patient_id = ?")
                .setParameter(1, patientId)
                .executeUpdate();
    }

    private static EmergencyOpening opening(Object[] row) {
        return new EmergencyOpening(
                UUID.fromString((String) row[0]),
                UUID.fromString((String) row[1]),
                UUID.fromString((String) row[2]),
                (String) row[3],
                instant(row[4]),
                instant(row[5]));
    }

    private static Instant instant(Object micros) {
        return Instant.EPOCH.plus(((Number) micros).longValue(), ChronoUnit.MICROS);
    }
}
