package health.miadi.identity.control;

import health.miadi.identity.entity.User;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The tables of sessions and refresh tokens. They are no entities: a rotation is one decision on locked rows. */
@ApplicationScoped
public class SessionRepository {
    @PersistenceContext
    EntityManager entities;

    /**
     * Stores a session, if its user is still as they were when they signed in. The user's row stays as it is until the
     * transaction ends: a change that comes later finds the session and ends it.
     *
     * @param csrfHash hash of the CSRF token of a browser's session, null for others
     * @param client with what and from where it was opened
     * @return false when the user has changed since, or is disabled
     */
    boolean open(UUID id, User user, byte @Nullable [] csrfHash, SessionClient client, Instant now, Instant expiry) {
        int opened = entities.createNativeQuery("""
                        INSERT INTO sessions (id, user_id, csrf_hash, created_at, expires_at, program, system, network)
                        SELECT CAST(? AS uuid), u.id, decode(CAST(? AS text), 'base64'),
                            CAST(? AS timestamptz), CAST(? AS timestamptz),
                            CAST(? AS text), CAST(? AS text), CAST(? AS text)
                        FROM users u
                        WHERE u.id = ? AND u.enabled AND u.role = ? AND u.password_hash IS NOT DISTINCT FROM ?
                            AND u.person_id IS NOT DISTINCT FROM ? AND u.has_second_factor = ?
                        FOR SHARE OF u
                        """)
                .setParameter(1, id)
                .setParameter(2, csrfHash == null ? null : Base64.getEncoder().encodeToString(csrfHash))
                .setParameter(3, now.atOffset(ZoneOffset.UTC))
                .setParameter(4, expiry.atOffset(ZoneOffset.UTC))
                .setParameter(5, client.program())
                .setParameter(6, client.system())
                .setParameter(7, client.network())
                .setParameter(8, user.id())
                .setParameter(9, user.role().word())
                .setParameter(10, user.passwordHash())
                .setParameter(11, user.personId())
                .setParameter(12, user.hasSecondFactor())
                .executeUpdate();
        return opened == 1;
    }

    /** Stores the hash of a refresh token that a session was given. */
    void add(byte[] hash, UUID session, Instant expiry) {
        entities.createNativeQuery("INSERT INTO refresh_tokens (hash, session_id, expires_at) VALUES (?, ?, ?)")
                .setParameter(1, hash)
                .setParameter(2, session)
                .setParameter(3, expiry.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    /**
     * A refresh token as it was presented, and its session. Both rows stay locked until the transaction ends, so that
     * what comes of the same sign-in at once comes one after the other.
     *
     * @param isGood false when the token has expired or the session ended
     * @param usedAt when it was exchanged for its successor, null for the newest
     * @param repeatedAt when it was last handed out once more, null if never
     * @param csrfHash of a browser's session, null for others
     * @param signedInAt when the session was opened, in whole seconds
     */
    record Presented(
            UUID session,
            UUID userId,
            boolean isGood,
            @Nullable Instant usedAt,
            @Nullable Instant repeatedAt,
            byte @Nullable [] csrfHash,
            Instant signedInAt) {}

    /** Finds and locks a refresh token with its session. */
    Optional<Presented> present(byte[] hash, Instant now) {
        List<?> rows = entities.createNativeQuery("""
                        SELECT s.id, s.user_id, s.ended_at IS NULL AND t.expires_at > ?,
                            CAST(extract(epoch FROM t.used_at) * 1000000 AS bigint),
                            CAST(extract(epoch FROM t.repeated_at) * 1000000 AS bigint),
                            s.csrf_hash, CAST(floor(extract(epoch FROM s.created_at)) AS bigint)
                        FROM refresh_tokens t JOIN sessions s ON s.id = t.session_id
                        WHERE t.hash = ? FOR UPDATE OF s, t
                        """)
                .setParameter(1, now.atOffset(ZoneOffset.UTC))
                .setParameter(2, hash)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .filter(row -> row[1] != null)
                .findFirst()
                .map(row -> new Presented(
                        (UUID) row[0],
                        (UUID) row[1],
                        (Boolean) row[2],
                        instant(row[3]),
                        instant(row[4]),
                        (byte[]) row[5],
                        Instant.ofEpochSecond(((Number) row[6]).longValue())));
    }

    private static @Nullable Instant instant(@Nullable Object micros) {
        return micros == null ? null : Instant.EPOCH.plus(((Number) micros).longValue(), ChronoUnit.MICROS);
    }

    /** What the successors of a session's tokens were derived with, by the hash of the token, for those used since. */
    Map<ByteBuffer, byte[]> successorSalts(UUID session, Instant since) {
        List<?> rows = entities.createNativeQuery("""
                        SELECT hash, successor_salt FROM refresh_tokens
                        WHERE session_id = ? AND used_at >= ? AND successor_salt IS NOT NULL
                        """)
                .setParameter(1, session)
                .setParameter(2, since.atOffset(ZoneOffset.UTC))
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .collect(Collectors.toMap(row -> ByteBuffer.wrap((byte[]) row[0]), row -> (byte[]) row[1]));
    }

    /** Notes that the newest token was handed out once more. */
    void repeat(byte[] hash, Instant now) {
        entities.createNativeQuery("UPDATE refresh_tokens SET repeated_at = ? WHERE hash = ?")
                .setParameter(1, now.atOffset(ZoneOffset.UTC))
                .setParameter(2, hash)
                .executeUpdate();
    }

    /**
     * Notes that a session's refresh token has been used, and what its successor is derived with.
     *
     * @param client with what and from where it was used
     * @param forget what successors of tokens that were used before then were derived with is of no use any more
     */
    void rotate(
            UUID session, byte[] used, byte[] salt, SessionClient client, Instant now, Instant expiry, Instant forget) {
        entities.createNativeQuery("UPDATE refresh_tokens SET used_at = ?, successor_salt = ? WHERE hash = ?")
                .setParameter(1, now.atOffset(ZoneOffset.UTC))
                .setParameter(2, salt)
                .setParameter(3, used)
                .executeUpdate();
        entities.createNativeQuery("""
                        UPDATE refresh_tokens SET successor_salt = NULL
                        WHERE session_id = ? AND used_at < ? AND successor_salt IS NOT NULL
                        """)
                .setParameter(1, session)
                .setParameter(2, forget.atOffset(ZoneOffset.UTC))
                .executeUpdate();
        entities.createNativeQuery("""
                        UPDATE sessions SET expires_at = ?, renewed_at = ?, program = CAST(? AS text),
                            system = CAST(? AS text), network = CAST(? AS text) WHERE id = ?
                        """)
                .setParameter(1, expiry.atOffset(ZoneOffset.UTC))
                .setParameter(2, now.atOffset(ZoneOffset.UTC))
                .setParameter(3, client.program())
                .setParameter(4, client.system())
                .setParameter(5, client.network())
                .setParameter(6, session)
                .executeUpdate();
    }

    /** Ends a session, unless it has ended, and tells whose it was. */
    Optional<UUID> end(UUID session, Instant now) {
        List<UUID> users = ids(entities.createNativeQuery(
                        "UPDATE sessions SET ended_at = ? WHERE id = ? AND ended_at IS NULL RETURNING user_id")
                .setParameter(1, now.atOffset(ZoneOffset.UTC))
                .setParameter(2, session));
        return users.stream().findFirst();
    }

    /** Ends all sessions of a user that go on. */
    void endAllOf(UUID userId, Instant now) {
        entities.createNativeQuery("UPDATE sessions SET ended_at = ? WHERE user_id = ? AND ended_at IS NULL")
                .setParameter(1, now.atOffset(ZoneOffset.UTC))
                .setParameter(2, userId)
                .executeUpdate();
    }

    /**
     * A session as its user may know it.
     *
     * @param renewedAt when it was last renewed, null if never
     * @param endedAt null while it goes on
     * @param isBrowsers whether it is kept in a cookie
     * @param client with what and from where it was last renewed or opened; nothing of it once it has ended
     */
    public record Span(
            Instant openedAt,
            Instant expiresAt,
            @Nullable Instant renewedAt,
            @Nullable Instant endedAt,
            boolean isBrowsers,
            SessionClient client) {}

    /** The sessions of a user that are not forgotten yet, the earliest first. */
    public List<Span> of(UUID userId) {
        List<?> rows = entities.createNativeQuery("""
                        SELECT CAST(extract(epoch FROM created_at) * 1000000 AS bigint),
                            CAST(extract(epoch FROM expires_at) * 1000000 AS bigint),
                            CAST(extract(epoch FROM renewed_at) * 1000000 AS bigint),
                            CAST(extract(epoch FROM ended_at) * 1000000 AS bigint),
                            csrf_hash IS NOT NULL, program, system, network
                        FROM sessions WHERE user_id = ? ORDER BY created_at
                        """).setParameter(1, userId).getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Span(
                        Objects.requireNonNull(instant(row[0])),
                        Objects.requireNonNull(instant(row[1])),
                        instant(row[2]),
                        instant(row[3]),
                        (Boolean) row[4],
                        new SessionClient((String) row[5], (String) row[6], (String) row[7])))
                .toList();
    }

    /** Forgets the refresh tokens of a user. */
    void forgetTokensOf(UUID userId) {
        entities.createNativeQuery(
                        "DELETE FROM refresh_tokens t USING sessions s WHERE s.id = t.session_id AND s.user_id = ?")
                .setParameter(1, userId)
                .executeUpdate();
    }

    /** Whether a session exists and goes on. */
    boolean goesOn(UUID session) {
        return !entities.createNativeQuery("SELECT 1 FROM sessions WHERE id = ? AND ended_at IS NULL")
                .setParameter(1, session)
                .getResultList()
                .isEmpty();
    }

    /** Whether a session goes on that was opened then or later. */
    boolean isOpenedSince(UUID session, Instant since) {
        return !entities.createNativeQuery(
                        "SELECT 1 FROM sessions WHERE id = ? AND ended_at IS NULL AND created_at >= ?")
                .setParameter(1, session)
                .setParameter(2, since.atOffset(ZoneOffset.UTC))
                .getResultList()
                .isEmpty();
    }

    /** Has the database keep a user's sessions when their password, and nothing else, changes in this transaction. */
    void keepAllOf(UUID userId) {
        entities.createNativeQuery("SELECT set_config('miadi.keeps_sessions_of', ?, true)")
                .setParameter(1, userId.toString())
                .getSingleResult();
    }

    /** Whether a session is a browser's, with a cookie and a CSRF token. */
    boolean isBrowsers(UUID session) {
        return !entities.createNativeQuery("SELECT 1 FROM sessions WHERE id = ? AND csrf_hash IS NOT NULL")
                .setParameter(1, session)
                .getResultList()
                .isEmpty();
    }

    /** The sessions that have ended since. */
    List<UUID> endedSince(Instant begin) {
        return ids(entities.createNativeQuery("SELECT id FROM sessions WHERE ended_at >= ?")
                .setParameter(1, begin.atOffset(ZoneOffset.UTC)));
    }

    /** A user's sessions that have ended since. */
    List<UUID> endedSince(Instant begin, UUID userId) {
        return ids(entities.createNativeQuery("SELECT id FROM sessions WHERE ended_at >= ? AND user_id = ?")
                .setParameter(1, begin.atOffset(ZoneOffset.UTC))
                .setParameter(2, userId));
    }

    /**
     * Deletes what nothing depends on any more.
     *
     * @param before sessions that ended or expired before then have no access token left
     * @return how many sessions and refresh tokens
     */
    int sweep(Instant now, Instant before) {
        int tokens = entities.createNativeQuery("DELETE FROM refresh_tokens WHERE expires_at <= ?")
                .setParameter(1, now.atOffset(ZoneOffset.UTC))
                .executeUpdate();
        return tokens
                + entities.createNativeQuery("DELETE FROM sessions WHERE ended_at < ? OR expires_at < ?")
                        .setParameter(1, before.atOffset(ZoneOffset.UTC))
                        .setParameter(2, before.atOffset(ZoneOffset.UTC))
                        .executeUpdate();
    }

    private static List<UUID> ids(Query query) {
        return ((List<?>) query.getResultList()).stream().map(UUID.class::cast).toList();
    }
}
