package health.miadi.identity.control;

import health.miadi.identity.control.Standing.Failures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The failures of {@link Attempt}s, and the places where accounts are familiar. They are no entities: rows of keys and times. */
@ApplicationScoped
public class SignInFailureRepository {
    /** How many failures of a key are kept, the latest. */
    static final int MOST_KEPT = 50;

    @PersistenceContext
    EntityManager entities;

    /** The failures since then, as they stand now. */
    Standing read(Attempt attempt, Instant since, Instant familiarSince) {
        Query query = entities.createNativeQuery("""
                SELECT encode(v.k, 'hex'), r.n, CAST(extract(epoch FROM r.latest) * 1000000 AS bigint),
                    EXISTS (SELECT FROM familiar_places p WHERE p.key = ? AND p.succeeded_at > ?)
                FROM (VALUES (CAST(? AS bytea)), (CAST(? AS bytea)), (CAST(? AS bytea))) AS v (k)
                LEFT JOIN LATERAL (SELECT count(*) AS n, max(t) AS latest
                    FROM sign_in_failures f, unnest(f.failed_at) AS t WHERE f.key = v.k AND t > ?) AS r ON true
                """);
        query.setParameter(1, attempt.pair()).setParameter(2, at(familiarSince));
        keys(query, 3, attempt).setParameter(6, at(since));
        return standing(attempt, query);
    }

    /** The same, and nobody else's attempt at one of these until the transaction ends. */
    Standing lock(Attempt attempt, Instant since, Instant familiarSince, Instant now) {
        // rows are locked in the order of their keys, so that two attempts never wait for one another
        Query query = entities.createNativeQuery("""
                INSERT INTO sign_in_failures AS f (key, failed_at, last_at)
                SELECT DISTINCT v.k, CAST('{}' AS timestamptz[]), CAST(? AS timestamptz)
                FROM (VALUES (CAST(? AS bytea)), (CAST(? AS bytea)), (CAST(? AS bytea))) AS v (k)
                ORDER BY v.k
                ON CONFLICT (key) DO UPDATE
                    SET failed_at = ARRAY(SELECT t FROM unnest(f.failed_at) AS t WHERE t > ?)
                RETURNING encode(f.key, 'hex'), cardinality(f.failed_at),
                    CAST(extract(epoch FROM (SELECT max(t) FROM unnest(f.failed_at) AS t)) * 1000000 AS bigint),
                    EXISTS (SELECT FROM familiar_places p WHERE p.key = ? AND p.succeeded_at > ?)
                """);
        query.setParameter(1, at(now));
        keys(query, 2, attempt)
                .setParameter(5, at(since))
                .setParameter(6, attempt.pair())
                .setParameter(7, at(familiarSince));
        return standing(attempt, query);
    }

    /**
     * Counts a failure of a locked attempt, the latest {@link #MOST_KEPT} of each key.
     *
     * @param everywhere whether it counts against the name wherever from, too
     */
    void add(Attempt attempt, boolean everywhere, Instant now) {
        entities.createNativeQuery("""
                        UPDATE sign_in_failures SET last_at = ?, failed_at = ARRAY(
                            SELECT t FROM unnest(array_append(failed_at, CAST(? AS timestamptz))) AS t
                            ORDER BY t DESC LIMIT ?)
                        WHERE key IN (?, ?, ?)
                        """)
                .setParameter(1, at(now))
                .setParameter(2, at(now))
                .setParameter(3, MOST_KEPT)
                .setParameter(4, attempt.pair())
                .setParameter(5, attempt.place())
                .setParameter(6, everywhere ? attempt.name() : attempt.pair())
                .executeUpdate();
    }

    /** Takes back what was counted for a success: all of the account's, and of the place's that one. */
    void forgive(Attempt attempt, Instant counted) {
        keys(
                        entities.createNativeQuery(
                                "SELECT key FROM sign_in_failures WHERE key IN (?, ?, ?) ORDER BY key FOR UPDATE"),
                        1,
                        attempt)
                .getResultList();
        entities.createNativeQuery("DELETE FROM sign_in_failures WHERE key IN (?, ?)")
                .setParameter(1, attempt.pair())
                .setParameter(2, attempt.name())
                .executeUpdate();
        entities.createNativeQuery(
                        "UPDATE sign_in_failures SET failed_at = array_remove(failed_at, CAST(? AS timestamptz))"
                                + " WHERE key = ?")
                .setParameter(1, at(counted))
                .setParameter(2, attempt.place())
                .executeUpdate();
    }

    /** Notes that the account was signed in to from that place. */
    void makeFamiliar(byte[] pair, Instant now) {
        entities.createNativeQuery("""
                        INSERT INTO familiar_places (key, succeeded_at) VALUES (?, ?)
                        ON CONFLICT (key) DO UPDATE SET succeeded_at = excluded.succeeded_at
                        """)
                .setParameter(1, pair)
                .setParameter(2, at(now))
                .executeUpdate();
    }

    /** Forgets what counts against a key. */
    void forget(byte[] key) {
        entities.createNativeQuery("DELETE FROM sign_in_failures WHERE key = ?")
                .setParameter(1, key)
                .executeUpdate();
    }

    /** Removes what counts no more. */
    void sweep(Instant failuresBefore, Instant familiarBefore) {
        entities.createNativeQuery("DELETE FROM sign_in_failures WHERE last_at < ?")
                .setParameter(1, at(failuresBefore))
                .executeUpdate();
        entities.createNativeQuery("DELETE FROM familiar_places WHERE succeeded_at < ?")
                .setParameter(1, at(familiarBefore))
                .executeUpdate();
    }

    private static Query keys(Query query, int first, Attempt attempt) {
        return query.setParameter(first, attempt.pair())
                .setParameter(first + 1, attempt.place())
                .setParameter(first + 2, attempt.name());
    }

    private static Standing standing(Attempt attempt, Query query) {
        List<?> rows = query.getResultList();
        Map<String, Failures> found = new HashMap<>();
        boolean familiar = false;
        for (Object each : rows) {
            Object[] row = (Object[]) each;
            found.put((String) row[0], new Failures(((Number) row[1]).intValue(), instant(row[2])));
            familiar = (Boolean) row[3];
        }
        return new Standing(of(found, attempt.pair()), of(found, attempt.place()), of(found, attempt.name()), familiar);
    }

    private static Failures of(Map<String, Failures> found, byte[] key) {
        return Objects.requireNonNullElse(found.get(HexFormat.of().formatHex(key)), Failures.NONE);
    }

    private static @Nullable Instant instant(@Nullable Object micros) {
        return micros == null ? null : Instant.EPOCH.plus(((Number) micros).longValue(), ChronoUnit.MICROS);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
