package health.miadi.appointment.control;

import health.miadi.appointment.entity.Hold;
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
import java.util.Optional;
import java.util.UUID;

/** The holds: live ones, and for a day those that were booked or have expired. */
@ApplicationScoped
public class HoldRepository {
    @PersistenceContext
    EntityManager entities;

    Optional<Hold> byId(UUID id) {
        return Optional.ofNullable(entities.find(Hold.class, id));
    }

    /** The hold, locked until the transaction ends: after its provider and its patient (R-BOOK-2). */
    Optional<Hold> lock(UUID id) {
        return Optional.ofNullable(entities.find(Hold.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** How many live holds the user has. Others of the same user wait here until the transaction ends. */
    long countLive(UUID userId, Instant now) {
        entities.createNativeQuery("SELECT 1 FROM users WHERE id = ? FOR NO KEY UPDATE")
                .setParameter(1, userId)
                .getResultList();
        // A statement of its own, so that it sees what those who were waited for have committed.
        return ((Number) entities.createNativeQuery(
                                "SELECT count(*) FROM holds WHERE user_id = ? AND ended_at IS NULL AND expires_at > ?")
                        .setParameter(1, userId)
                        .setParameter(2, now.atOffset(ZoneOffset.UTC))
                        .getSingleResult())
                .longValue();
    }

    /** Stores it now, so that the second lock of R-BOOK-2 speaks here and not at the end of the transaction. */
    void add(Hold hold) {
        entities.persist(hold);
        DatabaseRefusals.translating(entities::flush);
    }

    void remove(Hold hold) {
        entities.remove(hold);
        DatabaseRefusals.translating(entities::flush);
    }

    /** Writes what changed now: an appointment finds its place only once the hold no longer has it. */
    void flush() {
        DatabaseRefusals.translating(entities::flush);
    }

    /**
     * Notes which holds have expired. One that another transaction has its hands on is left to that one, so that this
     * waits for nobody, and several nodes share the work.
     */
    public int noteExpired(Instant now) {
        return entities.createNativeQuery("""
                        UPDATE holds SET ended_at = expires_at WHERE id IN (
                            SELECT id FROM holds WHERE ended_at IS NULL AND expires_at <= ? FOR UPDATE SKIP LOCKED)
                        """)
                .setParameter(1, now.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    /** The live holds of that user, the earliest first, one more than the page has. */
    List<Hold> live(UUID userId, Instant now, PageQuery page) {
        Cursor cursor = page.cursor();
        Conditions conditions = new Conditions()
                .add("h.userId = :user", "user", userId)
                .add("h.endedAt IS NULL AND h.expiresAt > :now", "now", now)
                .add("h.id > :after", "after", cursor == null ? null : cursor.uuid(0));
        return conditions
                .bind(entities.createQuery("SELECT h FROM Hold h" + conditions.where() + " ORDER BY h.id", Hold.class))
                .setMaxResults(page.limit() + 1)
                .getResultList();
    }

    /** All that were made for that patient and are not forgotten yet, the earliest first. */
    public List<Hold> madeFor(UUID patientId) {
        return entities.createQuery("SELECT h FROM Hold h WHERE h.patientId = :patient ORDER BY h.id", Hold.class)
                .setParameter("patient", patientId)
                .getResultList();
    }

    /** Forgets all that were made for that patient, and gives their time free. */
    void removeFor(UUID patientId) {
        entities.createNativeQuery("DELETE FROM holds WHERE patient_id = ?")
                .setParameter(1, patientId)
                .executeUpdate();
    }

    /** Forgets those that expired before that instant. */
    int removeExpiredBefore(Instant oldest) {
        return entities.createNativeQuery("DELETE FROM holds WHERE ended_at IS NOT NULL AND expires_at < ?")
                .setParameter(1, oldest.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }
}
