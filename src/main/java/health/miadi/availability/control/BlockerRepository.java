package health.miadi.availability.control;

import health.miadi.availability.entity.Interval;
import health.miadi.availability.entity.ObstacleKind;
import health.miadi.availability.entity.SlotObstacle;
import health.miadi.availability.entity.TypeConditions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The single appointments and live holds that block a provider's time; only their times, and nothing of whose they are. */
@ApplicationScoped
public class BlockerRepository {
    private static final Duration LONGEST_REACH =
            Duration.ofMinutes(TypeConditions.LONGEST_MINUTES + TypeConditions.LONGEST_BUFFER_MINUTES);
    private static final String TIMES = "CAST(extract(epoch FROM blocked_from) * 1000000 AS bigint) AS since,"
            + " CAST(extract(epoch FROM blocked_until) * 1000000 AS bigint) AS until";
    private static final String QUERY = "SELECT 1 AS kind, " + TIMES + " FROM appointments"
            + " WHERE provider_id = ? AND status IN ('scheduled', 'checked_in') AND start_at > ? AND start_at < ?"
            + " AND id <> CAST(? AS uuid) AND blocked_until > ? AND blocked_from < ?"
            + " UNION ALL SELECT 2, " + TIMES + " FROM holds"
            + " WHERE provider_id = ? AND ended_at IS NULL AND expires_at > ?"
            + " AND blocked_until > ? AND blocked_from < ? ORDER BY since";

    private static final UUID NOBODY = new UUID(0, 0);

    @PersistenceContext
    EntityManager entities;

    @Inject
    Clock clock;

    /**
     * Those that block any of that time, by their start.
     *
     * @param ignoring an appointment that does not count, because it is the one that moves (R-BOOK-9), or null
     */
    List<SlotObstacle> within(UUID providerId, Interval time, @Nullable UUID ignoring) {
        Object[] values = {
            providerId,
            at(time.start().minus(LONGEST_REACH)),
            at(time.end().plus(LONGEST_REACH)),
            Objects.requireNonNullElse(ignoring, NOBODY).toString(),
            at(time.start()),
            at(time.end()),
            providerId,
            at(clock.instant()),
            at(time.start()),
            at(time.end())
        };
        var query = entities.createNativeQuery(QUERY);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        List<?> rows = query.getResultList();
        return rows.stream().map(row -> blocker((Object[]) row)).toList();
    }

    private static SlotObstacle blocker(Object[] row) {
        return new SlotObstacle(
                number(row[0]) == 1 ? ObstacleKind.APPOINTMENT : ObstacleKind.HOLD,
                new Interval(instant(row[1]), instant(row[2])));
    }

    private static Object at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(Object micros) {
        return Instant.EPOCH.plus(number(micros), ChronoUnit.MICROS);
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
