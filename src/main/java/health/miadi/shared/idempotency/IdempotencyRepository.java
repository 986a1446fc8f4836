package health.miadi.shared.idempotency;

import health.miadi.shared.refusal.Refusal;
import health.miadi.shared.settings.Configured;
import health.miadi.shared.settings.Setting;
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

/** The table of keys. It is no entity: rows are written once, read by key and swept. */
@ApplicationScoped
public class IdempotencyRepository {
    @PersistenceContext
    EntityManager entities;

    @Inject
    @Configured(Setting.IDEMPOTENCY_KEPT_HOURS)
    int keptHours;

    /**
     * Claims the key until the transaction ends, and looks up its answer.
     *
     * @return the answer that is kept; empty when there is none yet
     * @throws Refusal {@code idempotency-in-flight} when another transaction has the key
     */
    Optional<KeptAnswer> claim(UUID userId, String key, Instant now) {
        Object[] row = (Object[]) entities.createNativeQuery("""
                        SELECT pg_try_advisory_xact_lock(hashtextextended(?, 6)), k.request_hash, k.location, k.etag, k.body
                        FROM (VALUES (1)) AS once
                        LEFT JOIN idempotency_keys k ON k.user_id = ? AND k.key = ? AND k.created_at > ?
                        """)
                .setParameter(1, userId + " " + key)
                .setParameter(2, userId)
                .setParameter(3, key)
                .setParameter(4, oldest(now).atOffset(ZoneOffset.UTC))
                .getSingleResult();
        if (!(Boolean) row[0]) {
            throw inFlight();
        }
        return row[1] == null ? Optional.empty() : Optional.of(kept(row, 1));
    }

    /** The answer that is kept, whoever has claimed the key. */
    Optional<KeptAnswer> find(UUID userId, String key, Instant now) {
        List<?> rows = entities.createNativeQuery("""
                        SELECT request_hash, location, etag, body FROM idempotency_keys
                        WHERE user_id = ? AND key = ? AND created_at > ?
                        """)
                .setParameter(1, userId)
                .setParameter(2, key)
                .setParameter(3, oldest(now).atOffset(ZoneOffset.UTC))
                .getResultList();
        return rows.stream().map(row -> kept((Object[]) row, 0)).findFirst();
    }

    private static KeptAnswer kept(Object[] row, int first) {
        Created created = new Created((String) row[first + 1], (String) row[first + 2], (String) row[first + 3]);
        return new KeptAnswer((byte[]) row[first], created);
    }

    /**
     * Keeps the answer, in place of one that is too old.
     *
     * @throws Refusal {@code idempotency-in-flight} when the first request ended between the look-up and now
     */
    void keep(UUID userId, String key, byte[] hash, Created created, Instant now) {
        int kept = entities.createNativeQuery("""
                        INSERT INTO idempotency_keys AS k
                            (user_id, key, request_hash, status, location, etag, body, created_at)
                        VALUES (?, ?, ?, 201, ?, ?, ?, ?)
                        ON CONFLICT (user_id, key) DO UPDATE SET request_hash = excluded.request_hash,
                            location = excluded.location, etag = excluded.etag, body = excluded.body,
                            created_at = excluded.created_at
                        WHERE k.created_at <= ?
                        """)
                .setParameter(1, userId)
                .setParameter(2, key)
                .setParameter(3, hash)
                .setParameter(4, created.location())
                .setParameter(5, created.etag())
                .setParameter(6, created.body())
                .setParameter(7, now.atOffset(ZoneOffset.UTC))
                .setParameter(8, oldest(now).atOffset(ZoneOffset.UTC))
                .executeUpdate();
        if (kept == 0) {
            throw inFlight();
        }
    }

    private static Refusal inFlight() {
        return Refusal.of(
                KeyFact.IDEMPOTENCY_IN_FLIGHT,
                "R-BOOK-6",
                "The first request with this key has not been answered yet.");
    }

    /** Forgets the answers that name that id, whoever got them. */
    public void forget(UUID about) {
        entities.createNativeQuery("DELETE FROM idempotency_keys WHERE position(CAST(? AS text) IN body) > 0")
                .setParameter(1, about.toString())
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
