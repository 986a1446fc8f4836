package health.miadi.identity.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The table of second factors that an admin asked to remove (R-AUTH-19). They are no entities: each is one decision on a locked row. */
@ApplicationScoped
public class FactorRemovalRepository {
    private static final String COLUMNS = """
            SELECT CAST(user_id AS text), CAST(asked_by AS text), reason, CAST(extract(epoch FROM asked_at) * 1000000 AS bigint),
                CAST(extract(epoch FROM expires_at) * 1000000 AS bigint)
            FROM factor_removals
            """;

    /**
     * Enabled admins whose account is older than that and to whom nobody else has done anything since: no code for a new password, no password, no change. A password that was set by a
     * code counts whoever set it.
     */
    private static final String SETTLED = """
            SELECT CAST(u.id AS text) FROM users u
            WHERE u.role = 'admin' AND u.enabled AND u.created_at <= ? AND NOT EXISTS (
                SELECT 1 FROM audit_entries e
                WHERE e.entity_id = u.id AND e.entity = 'user' AND e.action <> 'read' AND e.outcome = 'done' AND e.at > ?
                    AND (e.action = 'password_reset' OR e.actor_id IS DISTINCT FROM u.id
                        AND e.action IN ('changed', 'password_changed', 'code_issued', 'factor_removed', 'linked')))
            """;

    private static final String TOUCHED = """
            SELECT CAST(extract(epoch FROM max(e.at)) * 1000000 AS bigint) FROM audit_entries e
            WHERE e.entity_id = ? AND e.entity = 'user' AND e.outcome = 'done'
                AND (e.action = 'password_reset' OR e.actor_id IS DISTINCT FROM e.entity_id
                    AND e.action IN ('changed', 'password_changed', 'code_issued', 'linked'))
            """;

    @PersistenceContext
    EntityManager entities;

    /** Keeps what was asked for, in place of what is too old; false where there is something that is not. */
    boolean add(FactorRemoval removal) {
        return entities.createNativeQuery("""
                                INSERT INTO factor_removals AS r (user_id, asked_by, reason, asked_at, expires_at) VALUES (?, ?, ?, ?, ?)
                                ON CONFLICT (user_id) DO UPDATE SET asked_by = excluded.asked_by, reason = excluded.reason,
                                    asked_at = excluded.asked_at, expires_at = excluded.expires_at
                                WHERE r.expires_at <= excluded.asked_at
                                """)
                        .setParameter(1, removal.user())
                        .setParameter(2, removal.askedBy())
                        .setParameter(3, removal.reason())
                        .setParameter(4, at(removal.askedAt()))
                        .setParameter(5, at(removal.expiresAt()))
                        .executeUpdate()
                == 1;
    }

    /** What was asked for of that account and is not too old, locked until the transaction ends. */
    Optional<FactorRemoval> lock(UUID user, Instant now) {
        return removals(entities.createNativeQuery(COLUMNS + "WHERE user_id = ? AND expires_at > ? FOR UPDATE")
                        .setParameter(1, user)
                        .setParameter(2, at(now)))
                .stream()
                .findFirst();
    }

    /** The same of several accounts, without a lock. */
    List<FactorRemoval> of(List<UUID> users, Instant now) {
        if (users.isEmpty()) {
            return List.of();
        }
        Query query = entities.createNativeQuery(COLUMNS + "WHERE expires_at > ? AND user_id IN ("
                + String.join(", ", Collections.nCopies(users.size(), "?")) + ")");
        query.setParameter(1, at(now));
        for (int i = 0; i < users.size(); i++) {
            query.setParameter(i + 2, users.get(i));
        }
        return removals(query);
    }

    /** Forgets it. */
    void remove(UUID user) {
        entities.createNativeQuery("DELETE FROM factor_removals WHERE user_id = ?")
                .setParameter(1, user)
                .executeUpdate();
    }

    /** Forgets what is too old. */
    int sweep(Instant now) {
        return entities.createNativeQuery("DELETE FROM factor_removals WHERE expires_at <= ?")
                .setParameter(1, at(now))
                .executeUpdate();
    }

    /** The admins who can ask, and confirm what another asks for. */
    Set<UUID> settledAdmins(Instant since) {
        return ids(
                entities.createNativeQuery(SETTLED).setParameter(1, at(since)).setParameter(2, at(since)));
    }

    /** Enabled admins whose account is older than that, whatever was done to them. */
    Set<UUID> eldestAdmins(Instant since) {
        return ids(entities.createNativeQuery(
                        "SELECT CAST(id AS text) FROM users WHERE role = 'admin' AND enabled AND created_at <= ?")
                .setParameter(1, at(since)));
    }

    /** When somebody else last did something to that account by which its owner is kept out, or another gets in. */
    Optional<Instant> touchedAt(UUID user) {
        List<?> last = entities.createNativeQuery(TOUCHED).setParameter(1, user).getResultList();
        return last.stream()
                .filter(Objects::nonNull)
                .map(FactorRemovalRepository::instant)
                .findFirst();
    }

    private static Set<UUID> ids(Query query) {
        List<?> ids = query.getResultList();
        return ids.stream().map(String.class::cast).map(UUID::fromString).collect(Collectors.toUnmodifiableSet());
    }

    private static List<FactorRemoval> removals(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new FactorRemoval(
                        UUID.fromString((String) row[0]),
                        UUID.fromString((String) row[1]),
                        (String) row[2],
                        instant(row[3]),
                        instant(row[4])))
                .toList();
    }

    private static Instant instant(Object micros) {
        return Instant.EPOCH.plus(((Number) micros).longValue(), ChronoUnit.MICROS);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
