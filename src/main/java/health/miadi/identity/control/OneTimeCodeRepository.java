package health.miadi.identity.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The one-time codes, as hashes. They are no entities: rows are written once, found by their hash and removed. */
@ApplicationScoped
public class OneTimeCodeRepository {
    @PersistenceContext
    EntityManager entities;

    /** Keeps a code for an account's new password, in place of a former one. */
    void putReset(UUID userId, byte[] hash, Instant expiresAt) {
        entities.createNativeQuery("""
                        INSERT INTO password_resets (user_id, code_hash, expires_at) VALUES (?, ?, ?)
                        ON CONFLICT (user_id) DO UPDATE SET code_hash = excluded.code_hash,
                            expires_at = excluded.expires_at
                        """)
                .setParameter(1, userId)
                .setParameter(2, hash)
                .setParameter(3, at(expiresAt))
                .executeUpdate();
    }

    /** The open account whose code that is. */
    Optional<UUID> resetOf(byte[] hash, Instant now) {
        return first(entities.createNativeQuery("""
                        SELECT CAST(r.user_id AS text) FROM password_resets r JOIN users u ON u.id = r.user_id
                        WHERE r.code_hash = ? AND r.expires_at > ? AND u.enabled
                        """)
                .setParameter(1, hash)
                .setParameter(2, at(now))
                .getResultList());
    }

    /** Uses the code up; of two who do so at once, the second finds nothing. */
    boolean takeReset(byte[] hash, Instant now) {
        return entities.createNativeQuery("DELETE FROM password_resets WHERE code_hash = ? AND expires_at > ?")
                        .setParameter(1, hash)
                        .setParameter(2, at(now))
                        .executeUpdate()
                == 1;
    }

    /** Keeps one more code for the first admin. */
    void addSetup(byte[] hash, Instant expiresAt) {
        entities.createNativeQuery("INSERT INTO setup_codes (code_hash, expires_at) VALUES (?, ?)")
                .setParameter(1, hash)
                .setParameter(2, at(expiresAt))
                .executeUpdate();
    }

    /** Whether that is a code for the first admin. */
    boolean hasSetup(byte[] hash, Instant now) {
        return !entities.createNativeQuery("SELECT 1 FROM setup_codes WHERE code_hash = ? AND expires_at > ?")
                .setParameter(1, hash)
                .setParameter(2, at(now))
                .getResultList()
                .isEmpty();
    }

    /** Makes all codes for the first admin worthless. */
    void dropSetups() {
        entities.createNativeQuery("DELETE FROM setup_codes").executeUpdate();
    }

    /** Removes what has expired. */
    void sweep(Instant now) {
        entities.createNativeQuery("DELETE FROM password_resets WHERE expires_at <= ?")
                .setParameter(1, at(now))
                .executeUpdate();
        entities.createNativeQuery("DELETE FROM setup_codes WHERE expires_at <= ?")
                .setParameter(1, at(now))
                .executeUpdate();
    }

    private static Optional<UUID> first(List<?> ids) {
        return ids.stream().map(id -> UUID.fromString((String) id)).findFirst();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
