package health.miadi.identity.control;

import health.miadi.identity.entity.User;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
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
     * @return false when the user has changed since, or is disabled
     */
    boolean open(UUID id, User user, byte @Nullable [] csrfHash, Instant now, Instant expiry) {
        int opened = entities.createNativeQuery("""
                        INSERT INTO sessions (id, user_id, csrf_hash, created_at, expires_at)
                        SELECT CAST(? AS uuid), u.id, decode(CAST(? AS text), 'base64'),
                            CAST(? AS timestamptz), CAST(? AS timestamptz)
                        FROM users u
                        WHERE u.id = ? AND u.enabled AND u.role = ? AND u.password_hash IS NOT DISTINCT FROM ?
                            AND u.person_id IS NOT DISTINCT FROM ?
                        FOR SHARE OF u
                        """)
                .setParameter(1, id)
                .setParameter(
                        2,
                        csrfHash == null ? null : java.util.Base64.getEncoder().encodeToString(csrfHash))
                .setParameter(3, now.atOffset(ZoneOffset.UTC))
                .setParameter(4, expiry.atOffset(ZoneOffset.UTC))
                .setParameter(5, user.id())
                .setParameter(6, user.role().word())
                .setParameter(7, user.passwordHash())
                .setParameter(8, user.personId())
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
}
