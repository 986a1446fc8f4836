package health.miadi.shared.limits;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;

/** The table of what has been used of {@link Allowance}s. */
@ApplicationScoped
public class AllowanceRepository {
    @PersistenceContext
    EntityManager entities;

    /** Uses one, unless none is left; who asks for the same at once waits until the transaction ends. */
    boolean take(Allowance allowance, String who, Instant now) {
        return entities.createNativeQuery("""
                                INSERT INTO allowances AS a (key, used_until) VALUES (?, CAST(? AS timestamptz))
                                ON CONFLICT (key) DO UPDATE SET used_until = greatest(a.used_until, CAST(? AS timestamptz))
                                    + CAST(? AS bigint) * INTERVAL '1 microsecond'
                                WHERE a.used_until <= CAST(? AS timestamptz)
                                """)
                        .setParameter(1, allowance.key(who))
                        .setParameter(2, now.plus(allowance.cost()).atOffset(ZoneOffset.UTC))
                        .setParameter(3, now.atOffset(ZoneOffset.UTC))
                        .setParameter(
                                4,
                                TimeUnit.NANOSECONDS.toMicros(allowance.cost().toNanos()))
                        .setParameter(5, allowance.latest(now).atOffset(ZoneOffset.UTC))
                        .executeUpdate()
                == 1;
    }

    /** Until when it is used up; in the past where nobody has used any of it lately. */
    Instant usedUntil(Allowance allowance, String who) {
        Number micros = (Number) entities.createNativeQuery(
                        "SELECT coalesce(max(CAST(extract(epoch FROM used_until) * 1000000 AS bigint)), 0)"
                                + " FROM allowances WHERE key = ?")
                .setParameter(1, allowance.key(who))
                .getSingleResult();
        return Instant.EPOCH.plusMillis(TimeUnit.MICROSECONDS.toMillis(micros.longValue()));
    }

    /** Forgets those that have all come back. */
    int sweep(Instant now) {
        return entities.createNativeQuery("DELETE FROM allowances WHERE used_until < ?")
                .setParameter(1, now.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }
}
