package health.miadi.identity.control;

import health.miadi.shared.persistence.DatabaseRefusals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tables of passkeys and of the challenges that they answer (R-AUTH-18). They are no entities: each is used in one decision on a locked row. */
@ApplicationScoped
public class PasskeyRepository {
    private static final String COLUMNS = """
            SELECT CAST(id AS text), CAST(user_id AS text), name, credential_id, public_key, rp_id, CAST(aaguid AS text), transports,
                sign_count, backup_eligible, backed_up, CAST(extract(epoch FROM created_at) * 1000000 AS bigint),
                CAST(extract(epoch FROM used_at) * 1000000 AS bigint)
            FROM passkeys
            """;

    @PersistenceContext
    EntityManager entities;

    /** Keeps a new one. */
    void add(Passkey passkey) {
        DatabaseRefusals.translating(() -> entities.createNativeQuery("""
                        INSERT INTO passkeys (id, user_id, name, credential_id, public_key, rp_id, aaguid, transports,
                            sign_count, backup_eligible, backed_up, created_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .setParameter(1, passkey.id())
                .setParameter(2, passkey.user())
                .setParameter(3, passkey.name())
                .setParameter(4, passkey.credentialId())
                .setParameter(5, passkey.publicKey())
                .setParameter(6, passkey.rpId())
                .setParameter(7, passkey.aaguid())
                .setParameter(8, passkey.transports())
                .setParameter(9, passkey.signCount())
                .setParameter(10, passkey.backupEligible())
                .setParameter(11, passkey.backedUp())
                .setParameter(12, at(passkey.createdAt()))
                .executeUpdate());
    }

    /** Those of an account, the eldest first. */
    public List<Passkey> of(UUID user) {
        return passkeys(entities.createNativeQuery(COLUMNS + "WHERE user_id = ? ORDER BY created_at, id")
                .setParameter(1, user));
    }

    /** How many an account has. */
    int count(UUID user) {
        return ((Number) entities.createNativeQuery("SELECT count(*) FROM passkeys WHERE user_id = ?")
                        .setParameter(1, user)
                        .getSingleResult())
                .intValue();
    }

    /** The one that an authenticator knows by that, locked until the transaction ends. */
    Optional<Passkey> lock(byte[] credentialId) {
        return passkeys(entities.createNativeQuery(COLUMNS + "WHERE credential_id = ? FOR UPDATE")
                        .setParameter(1, credentialId))
                .stream()
                .findFirst();
    }

    /** Notes that it was used. */
    void use(UUID id, long signCount, boolean backedUp, Instant now) {
        entities.createNativeQuery("UPDATE passkeys SET sign_count = ?, backed_up = ?, used_at = ? WHERE id = ?")
                .setParameter(1, signCount)
                .setParameter(2, backedUp)
                .setParameter(3, at(now))
                .setParameter(4, id)
                .executeUpdate();
    }

    /** Calls one of an account otherwise; false when the account has no such. */
    boolean rename(UUID user, UUID id, String name) {
        return entities.createNativeQuery("UPDATE passkeys SET name = ? WHERE id = ? AND user_id = ?")
                        .setParameter(1, name)
                        .setParameter(2, id)
                        .setParameter(3, user)
                        .executeUpdate()
                == 1;
    }

    /** Removes one of an account; false when the account has no such. */
    boolean remove(UUID user, UUID id) {
        return entities.createNativeQuery("DELETE FROM passkeys WHERE id = ? AND user_id = ?")
                        .setParameter(1, id)
                        .setParameter(2, user)
                        .executeUpdate()
                == 1;
    }

    /** Removes all of an account; false when there was none. */
    boolean removeAll(UUID user) {
        return entities.createNativeQuery("DELETE FROM passkeys WHERE user_id = ?")
                        .setParameter(1, user)
                        .executeUpdate()
                > 0;
    }

    /** Keeps a challenge until it is answered. */
    void addChallenge(byte[] hash, byte[] boundTo, Instant expiry) {
        entities.createNativeQuery("INSERT INTO passkey_challenges (hash, bound_to, expires_at) VALUES (?, ?, ?)")
                .setParameter(1, hash)
                .setParameter(2, boundTo)
                .setParameter(3, at(expiry))
                .executeUpdate();
    }

    /** Takes a challenge away that was bound to that; of several who answer the same one, one gets it. */
    boolean takeChallenge(byte[] hash, byte[] boundTo, Instant now) {
        return entities.createNativeQuery(
                                "DELETE FROM passkey_challenges WHERE hash = ? AND bound_to = ? AND expires_at > ?")
                        .setParameter(1, hash)
                        .setParameter(2, boundTo)
                        .setParameter(3, at(now))
                        .executeUpdate()
                == 1;
    }

    /** Forgets challenges that nobody answered in time. */
    int sweep(Instant now) {
        return entities.createNativeQuery("DELETE FROM passkey_challenges WHERE expires_at <= ?")
                .setParameter(1, at(now))
                .executeUpdate();
    }

    private static List<Passkey> passkeys(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(PasskeyRepository::passkey)
                .toList();
    }

    private static Passkey passkey(@Nullable Object[] row) {
        return new Passkey(
                uuid(row[0]),
                uuid(row[1]),
                text(row[2]),
                (byte[]) Objects.requireNonNull(row[3]),
                (byte[]) Objects.requireNonNull(row[4]),
                text(row[5]),
                uuid(row[6]),
                text(row[7]),
                ((Number) Objects.requireNonNull(row[8])).longValue(),
                (Boolean) Objects.requireNonNull(row[9]),
                (Boolean) Objects.requireNonNull(row[10]),
                Objects.requireNonNull(instant(row[11])),
                instant(row[12]));
    }

    private static UUID uuid(@Nullable Object value) {
        return UUID.fromString(text(value));
    }

    private static String text(@Nullable Object value) {
        return (String) Objects.requireNonNull(value);
    }

    private static @Nullable Instant instant(@Nullable Object micros) {
        return micros == null ? null : Instant.EPOCH.plus(((Number) micros).longValue(), ChronoUnit.MICROS);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
