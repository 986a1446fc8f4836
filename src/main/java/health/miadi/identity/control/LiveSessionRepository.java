package health.miadi.identity.control;

import health.miadi.shared.paging.Cursor;
import health.miadi.shared.paging.PageQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** The sessions of a user that go on, for their owner (R-AUTH-11). */
@ApplicationScoped
public class LiveSessionRepository {
    /** How many sort keys its list has. */
    public static final int SORT_KEYS = 2;

    @PersistenceContext
    EntityManager entities;

    /** A user's sessions that go on, the latest sign-in first, one more than the page has. */
    List<LiveSession> list(UUID userId, Instant now, PageQuery page) {
        Cursor cursor = page.cursor();
        String after = cursor == null ? "" : " AND (created_at, id) < (CAST(? AS timestamptz), CAST(? AS uuid))";
        Query query = entities.createNativeQuery("""
                        SELECT id, CAST(extract(epoch FROM created_at) * 1000000 AS bigint),
                            CAST(extract(epoch FROM coalesce(renewed_at, created_at)) * 1000000 AS bigint),
                            CAST(extract(epoch FROM expires_at) * 1000000 AS bigint),
                            csrf_hash IS NOT NULL, program, system, network
                        FROM sessions WHERE user_id = ? AND ended_at IS NULL AND expires_at > ?
                        """ + after + " ORDER BY created_at DESC, id DESC")
                .setParameter(1, userId)
                .setParameter(2, now.atOffset(ZoneOffset.UTC));
        if (cursor != null) {
            query.setParameter(3, cursor.instant(0).atOffset(ZoneOffset.UTC)).setParameter(4, cursor.uuid(1));
        }
        List<?> rows = query.setMaxResults(page.limit() + 1).getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new LiveSession(
                        (UUID) row[0],
                        instant(row[1]),
                        instant(row[2]),
                        instant(row[3]),
                        (Boolean) row[4],
                        new SessionClient((String) row[5], (String) row[6], (String) row[7])))
                .toList();
    }

    private static Instant instant(Object micros) {
        return Instant.EPOCH.plus(((Number) micros).longValue(), ChronoUnit.MICROS);
    }

    /** Ends one of a user's sessions that go on, and tells whether it was one. */
    boolean end(UUID userId, UUID session, Instant now) {
        return entities.createNativeQuery(
                                "UPDATE sessions SET ended_at = ? WHERE user_id = ? AND id = ? AND ended_at IS NULL")
                        .setParameter(1, now.atOffset(ZoneOffset.UTC))
                        .setParameter(2, userId)
                        .setParameter(3, session)
                        .executeUpdate()
                == 1;
    }

    /** Ends all of a user's sessions that go on but one, and tells how many. */
    int endOthers(UUID userId, UUID kept, Instant now) {
        return entities.createNativeQuery(
                        "UPDATE sessions SET ended_at = ? WHERE user_id = ? AND id <> ? AND ended_at IS NULL")
                .setParameter(1, now.atOffset(ZoneOffset.UTC))
                .setParameter(2, userId)
                .setParameter(3, kept)
                .executeUpdate();
    }
}
