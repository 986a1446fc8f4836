package health.miadi.shared.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneOffset;

/** The table of the timers' turns. */
@ApplicationScoped
public class TimerTurnRepository {
    @PersistenceContext
    EntityManager entities;

    /** Notes that this node has the turn, unless some node has had it since {@code latest}. */
    boolean take(String timer, Instant now, Instant latest) {
        return entities.createNativeQuery("""
                                INSERT INTO timer_turns AS t (timer, taken_at) VALUES (?, ?)
                                ON CONFLICT (timer) DO UPDATE SET taken_at = excluded.taken_at WHERE t.taken_at <= ?
                                """)
                        .setParameter(1, timer)
                        .setParameter(2, now.atOffset(ZoneOffset.UTC))
                        .setParameter(3, latest.atOffset(ZoneOffset.UTC))
                        .executeUpdate()
                == 1;
    }
}
