package health.miadi.identity.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tables of authenticator apps and recovery codes (R-AUTH-10). They are no entities: a code is used in one decision on a locked row. */
@ApplicationScoped
public class SecondFactorRepository {
    @PersistenceContext
    EntityManager entities;

    /**
     * An authenticator app of an account.
     *
     * @param sealed its secret
     * @param confirmedAt when its first code was right, null before, in whole seconds
     * @param lastStep the latest step whose code was used
     */
    record App(byte[] sealed, Instant createdAt, @Nullable Instant confirmedAt, long lastStep) {
        /** Nothing of it. */
        @Override
        public String toString() {
            return "App";
        }
    }

    /** Keeps a secret that is not confirmed yet, in place of another such; false where the account has a confirmed one. */
    boolean begin(UUID user, String keyId, byte[] sealed, Instant now) {
        return entities.createNativeQuery("""
                                INSERT INTO authenticator_apps (user_id, key_id, secret, created_at)
                                VALUES (?, ?, ?, CAST(? AS timestamptz))
                                ON CONFLICT (user_id) DO UPDATE SET key_id = excluded.key_id, secret = excluded.secret,
                                    created_at = excluded.created_at WHERE authenticator_apps.confirmed_at IS NULL
                                """)
                        .setParameter(1, user)
                        .setParameter(2, keyId)
                        .setParameter(3, sealed)
                        .setParameter(4, at(now))
                        .executeUpdate()
                == 1;
    }

    /** The account's app, confirmed or not. Who asks for it to use it up waits for whoever does so already. */
    Optional<App> lock(UUID user) {
        return read(user, " FOR UPDATE");
    }

    /** When the account's app was confirmed; empty without one that was. */
    Optional<Instant> confirmedAt(UUID user) {
        return read(user, "").map(App::confirmedAt);
    }

    private Optional<App> read(UUID user, String lock) {
        List<?> rows =
                entities.createNativeQuery("""
                        SELECT secret, CAST(floor(extract(epoch FROM created_at)) AS bigint),
                            CAST(floor(extract(epoch FROM confirmed_at)) AS bigint), last_step
                        FROM authenticator_apps WHERE user_id = ?
                        """ + lock).setParameter(1, user).getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new App(
                        (byte[]) row[0],
                        Objects.requireNonNull(instant(row[1])),
                        instant(row[2]),
                        ((Number) row[3]).longValue()))
                .findFirst();
    }

    /** Has the app count from now on. */
    void confirm(UUID user, Instant now, long step) {
        entities.createNativeQuery("UPDATE authenticator_apps SET confirmed_at = ?, last_step = ? WHERE user_id = ?")
                .setParameter(1, at(now))
                .setParameter(2, step)
                .setParameter(3, user)
                .executeUpdate();
    }

    /** Notes that the code of that step was used. */
    void use(UUID user, long step) {
        entities.createNativeQuery("UPDATE authenticator_apps SET last_step = ? WHERE user_id = ?")
                .setParameter(1, step)
                .setParameter(2, user)
                .executeUpdate();
    }

    /** Uses a recovery code up; of two who do so at once, the second finds nothing. */
    boolean take(UUID user, byte[] hash) {
        return entities.createNativeQuery("DELETE FROM recovery_codes WHERE user_id = ? AND hash = ?")
                        .setParameter(1, user)
                        .setParameter(2, hash)
                        .executeUpdate()
                == 1;
    }

    /** Keeps recovery codes in place of all former ones. */
    void replaceCodes(UUID user, Collection<byte[]> hashes) {
        removeCodes(user);
        hashes.forEach(hash -> entities.createNativeQuery("INSERT INTO recovery_codes (user_id, hash) VALUES (?, ?)")
                .setParameter(1, user)
                .setParameter(2, hash)
                .executeUpdate());
    }

    /** How many recovery codes are left. */
    int codesLeft(UUID user) {
        return ((Number) entities.createNativeQuery("SELECT count(*) FROM recovery_codes WHERE user_id = ?")
                        .setParameter(1, user)
                        .getSingleResult())
                .intValue();
    }

    /** Removes the app, confirmed or not; false when the account had no confirmed one. */
    boolean removeApp(UUID user) {
        List<?> removed = entities.createNativeQuery(
                        "DELETE FROM authenticator_apps WHERE user_id = ? RETURNING confirmed_at IS NOT NULL")
                .setParameter(1, user)
                .getResultList();
        return removed.contains(true);
    }

    /** Removes all recovery codes. */
    void removeCodes(UUID user) {
        entities.createNativeQuery("DELETE FROM recovery_codes WHERE user_id = ?")
                .setParameter(1, user)
                .executeUpdate();
    }

    /**
     * Secrets that another key than this sealed, with whose they are; locked, and passed over while somebody uses them.
     *
     * @param after the account to go on after, in their order
     */
    List<Sealed> lockOthers(String keyId, UUID after, int most) {
        List<?> rows = entities.createNativeQuery(
                        "SELECT user_id, secret FROM authenticator_apps WHERE key_id <> ? AND user_id > ?"
                                + " ORDER BY user_id LIMIT ? FOR UPDATE SKIP LOCKED")
                .setParameter(1, keyId)
                .setParameter(2, after)
                .setParameter(3, most)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Sealed((UUID) row[0], (byte[]) row[1]))
                .toList();
    }

    /** How many secrets each key seals. */
    public Map<String, Long> countByKey() {
        List<?> rows = entities.createNativeQuery(
                        "SELECT key_id, count(*) FROM authenticator_apps GROUP BY key_id ORDER BY key_id")
                .getResultList();
        Map<String, Long> counts = new LinkedHashMap<>();
        rows.stream()
                .map(Object[].class::cast)
                .forEach(row -> counts.put((String) row[0], ((Number) row[1]).longValue()));
        return counts;
    }

    /** A sealed secret and whose it is. */
    record Sealed(UUID user, byte[] secret) {
        /** Nothing of it. */
        @Override
        public String toString() {
            return "Sealed";
        }
    }

    /** Keeps the same secret, sealed by that key. */
    void reseal(UUID user, String keyId, byte[] sealed) {
        entities.createNativeQuery("UPDATE authenticator_apps SET key_id = ?, secret = ? WHERE user_id = ?")
                .setParameter(1, keyId)
                .setParameter(2, sealed)
                .setParameter(3, user)
                .executeUpdate();
    }

    private static @Nullable Instant instant(@Nullable Object seconds) {
        return seconds == null ? null : Instant.ofEpochSecond(((Number) seconds).longValue());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
