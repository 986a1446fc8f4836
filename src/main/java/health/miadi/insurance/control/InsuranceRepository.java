package health.miadi.insurance.control;

import health.miadi.insurance.entity.InsuranceCover;
import health.miadi.shared.paging.Cursor;
import health.miadi.shared.paging.PageQuery;
import health.miadi.shared.persistence.Conditions;
import health.miadi.shared.persistence.DatabaseRefusals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The covers of all patients. */
@ApplicationScoped
public class InsuranceRepository {
    /** How many sort keys the list has: the id, which grows with time. */
    public static final int SORT_KEYS = 1;

    @PersistenceContext
    EntityManager entities;

    public Optional<InsuranceCover> byId(UUID id) {
        return Optional.ofNullable(entities.find(InsuranceCover.class, id));
    }

    /** The cover, locked until the transaction ends: the last of all locks (R-BOOK-2). */
    public Optional<InsuranceCover> lock(UUID id) {
        return Optional.ofNullable(entities.find(InsuranceCover.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** The covers of others with the same number that are confirmed: one at most, unless somebody was faster. */
    public List<UUID> confirmedWithNumberOf(UUID id) {
        List<?> ids = entities.createNativeQuery("""
                        SELECT o.id FROM insurance i JOIN insurance o ON o.policy_number_key = i.policy_number_key
                        WHERE i.id = ? AND o.id <> i.id AND o.policy_number_confirmed_at IS NOT NULL
                        """).setParameter(1, id).getResultList();
        return ids.stream().map(UUID.class::cast).toList();
    }

    /** A patient's covers, the oldest first, one more than the page has. */
    public List<InsuranceCover> list(UUID patientId, PageQuery page) {
        Conditions conditions = new Conditions().add("c.patientId = :patient", "patient", patientId);
        Cursor cursor = page.cursor();
        if (cursor != null) {
            conditions.add("c.id > :after", Map.of("after", cursor.uuid(0)));
        }
        return conditions
                .bind(entities.createQuery(
                        "SELECT c FROM InsuranceCover c" + conditions.where() + " ORDER BY c.id", InsuranceCover.class))
                .setMaxResults(page.limit() + 1)
                .getResultList();
    }

    /**
     * Forgets a patient's covers. Those that appointments name stay without their insurer and number, so that it is still
     * known that the visit was covered.
     */
    public void forget(UUID patientId, Instant now) {
        entities.createNativeQuery("""
                        DELETE FROM insurance i WHERE patient_id = ?
                            AND NOT EXISTS (SELECT FROM appointments a WHERE a.insurance_id = i.id)
                        """).setParameter(1, patientId).executeUpdate();
        entities.createNativeQuery("""
                        UPDATE insurance SET insurer = 'Erased', policy_number = CAST(id AS text),
                            policy_number_confirmed_at = NULL, policy_number_confirmed_by = NULL,
                            version = version + 1, updated_at = ?
                        WHERE patient_id = ?
                        """)
                .setParameter(1, now.atOffset(ZoneOffset.UTC))
                .setParameter(2, patientId)
                .executeUpdate();
    }

    /** Whether an appointment names the cover. Asked of the appointments' table, of which this feature knows no more. */
    boolean isNamed(UUID id) {
        return !entities.createNativeQuery("SELECT 1 FROM appointments WHERE insurance_id = ? LIMIT 1")
                .setParameter(1, id)
                .getResultList()
                .isEmpty();
    }

    /** Stores it now, so that a taken policy number is found here. */
    public void add(InsuranceCover cover) {
        entities.persist(cover);
        flush();
    }

    void remove(InsuranceCover cover) {
        entities.remove(cover);
        flush();
    }

    /** Writes what changed now, for the same reason. */
    void flush() {
        DatabaseRefusals.translating(entities::flush);
    }
}
