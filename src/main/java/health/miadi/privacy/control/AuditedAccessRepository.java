package health.miadi.privacy.control;

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
import org.jspecify.annotations.Nullable;

/** What the audit trail knows of one patient (R-REC-5). */
@ApplicationScoped
public class AuditedAccessRepository {
    /** How many sort keys the list has: time in microseconds and number. */
    static final int SORT_KEYS = 2;

    @PersistenceContext
    EntityManager entities;

    /**
     * The entries about a patient's file, account, covers, appointments, holds and records, and of what their account did, the
     * earliest first, one more than the page has.
     *
     * @param userId the patient's account, null without one
     */
    List<AuditedAccess> list(UUID patientId, @Nullable UUID userId, PageQuery page) {
        Cursor cursor = page.cursor();
        Instant after = cursor == null ? Instant.EPOCH : instant(cursor.number(0));
        List<?> rows = entities.createNativeQuery("""
                        SELECT e.id, CAST(extract(epoch FROM e.at) * 1000000 AS bigint), e.action, e.entity,
                            CAST(e.entity_id AS text), CAST(e.actor_id AS text), e.actor_role, e.outcome, e.reason,
                            e.detail
                        FROM audit_entries e
                        WHERE (e.actor_id = CAST(? AS uuid) OR e.entity_id IN (
                                SELECT CAST(? AS uuid) UNION ALL SELECT CAST(? AS uuid)
                                UNION ALL SELECT id FROM insurance WHERE patient_id = ?
                                UNION ALL SELECT id FROM appointments WHERE patient_id = ?
                                UNION ALL SELECT id FROM holds WHERE patient_id = ?
                                UNION ALL SELECT id FROM medical_records WHERE patient_id = ?))
                            AND (e.at, e.id) > (?, ?)
                        ORDER BY e.at, e.id LIMIT ?
                        """)
                .setParameter(1, text(userId))
                .setParameter(2, text(patientId))
                .setParameter(3, text(userId))
                .setParameter(4, patientId)
                .setParameter(5, patientId)
                .setParameter(6, patientId)
                .setParameter(7, patientId)
                .setParameter(8, after.atOffset(ZoneOffset.UTC))
                .setParameter(9, cursor == null ? 0L : cursor.number(1))
                .setParameter(10, page.limit() + 1)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(AuditedAccessRepository::access)
                .toList();
    }

    private static AuditedAccess access(Object[] row) {
        return new AuditedAccess(
                ((Number) row[0]).longValue(),
                instant(((Number) row[1]).longValue()),
                (String) row[2],
                (String) row[3],
                id(row[4]),
                id(row[5]),
                (String) row[6],
                (String) row[7],
                (String) row[8],
                (String) row[9]);
    }

    static Cursor after(AuditedAccess access) {
        return Cursor.after(ChronoUnit.MICROS.between(Instant.EPOCH, access.at()), access.number());
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    private static @Nullable UUID id(@Nullable Object text) {
        return text == null ? null : UUID.fromString(text.toString());
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }
}
