package health.miadi.shared.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The table of keys. It is no entity: rows are written once, read by key and swept. */
@ApplicationScoped
public class IdempotencyRepository {
    @PersistenceContext
    EntityManager entities;

    @Inject
    @ConfigProperty(name = "miadi.idempotency.kept-hours", defaultValue = "24")
    int keptHours;

    /** Claims the key until the transaction ends; false when another transaction has it. */
    boolean tryLock(UUID userId, String key) {
        return (Boolean) entities.createNativeQuery("SELECT pg_try_advisory_xact_lock(hashtextextended(?, 6))")
                .setParameter(1, userId + " " + key)
                .getSingleResult();
    }

    Optional<KeptAnswer> find(UUID userId, String key, Instant now) {
        List<?> rows = entities.createNativeQuery("""
                        SELECT request_hash, location, etag, body FROM idempotency_keys
                        WHERE user_id = ? AND key = ? AND created_at > ?
                        """)
                .setParameter(1, userId)
                .setParameter(2, key)
                .setParameter(3, oldest(now).atOffset(ZoneOffset.UTC))
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .findFirst()
                .map(row -> new KeptAnswer(
                        (byte[]) row[0], new Created((String) row[1], (String) row[2], (String) row[3])));
    }

    void keep(UUID userId, String key, byte[] hash, Created created, Instant now) {
        entities.createNativeQuery("""
                        INSERT INTO idempotency_keys (user_id, key, request_hash, status, location, etag, body, created_at)
                        VALUES (?, ?, ?, 201, ?, ?, ?, ?)
                        ON CONFLICT (user_id, key) DO UPDATE SET request_hash = excluded.request_hash,
                            location = excluded.location, etag = excluded.etag, body = excluded.body,
                            created_at = excluded.created_at
                        """)
                .setParameter(1, userId)
                .setParameter(2, key)
                .setParameter(3, hash)
                .setParameter(4, created.location())
                .setParameter(5, created.etag())
                .setParameter(6, created.body())
                .setParameter(7, now.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    int sweep(Instant now) {
        return entities.createNativeQuery("DELETE FROM idempotency_keys WHERE created_at <= ?")
                .setParameter(1, oldest(now).atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    private Instant oldest(Instant now) {
        return now.minus(Duration.ofHours(keptHours));
    }
}
