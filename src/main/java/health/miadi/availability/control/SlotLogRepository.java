package health.miadi.availability.control;

import health.miadi.availability.control.SlotLog.Position;
import health.miadi.availability.entity.Interval;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The log of changed calendars. Triggers write it; it is read by PostgreSQL's snapshots, so that a change whose transaction
 * began early and ended late is neither missed nor waited for.
 */
@ApplicationScoped
public class SlotLogRepository {
    private static final String POSITION = "CAST(extract(epoch FROM clock_timestamp()) AS bigint),"
            + " CAST(pg_current_snapshot() AS text),"
            + " CAST(CAST(pg_snapshot_xmin(pg_current_snapshot()) AS text) AS bigint)";
    private static final String CHANGE = "CAST(provider_id AS text),"
            + " CAST(extract(epoch FROM start_at) * 1000000 AS bigint),"
            + " CAST(extract(epoch FROM end_at) * 1000000 AS bigint)";

    private static final int MOST_CHANGES = 10_000;

    @PersistenceContext
    EntityManager entities;

    /** The end of the log. */
    Position end() {
        return position(
                (Object[]) entities.createNativeQuery("SELECT " + POSITION).getSingleResult());
    }

    /** What became visible after that position. */
    SlotLog after(Position position) {
        return read(
                "xid >= CAST(? AS xid8) AND NOT pg_visible_in_snapshot(xid, CAST(? AS pg_snapshot))",
                String.valueOf(position.oldest()),
                position.snapshot());
    }

    /** What the transactions from that one on have changed; some of it may have been known before. */
    SlotLog since(long oldest) {
        return read("xid >= CAST(? AS xid8)", String.valueOf(oldest));
    }

    private SlotLog read(String condition, String... values) {
        var query = entities.createNativeQuery(
                "SELECT " + POSITION + ", " + CHANGE + " FROM (VALUES (1)) AS once LEFT JOIN slot_changes ON "
                        + condition + " ORDER BY id LIMIT " + (MOST_CHANGES + 1));
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        List<?> rows = query.getResultList();
        Set<SlotChange> changes = new LinkedHashSet<>();
        for (Object each : rows) {
            Object[] row = (Object[]) each;
            if (row[3] != null) {
                changes.add(new SlotChange(
                        UUID.fromString(String.valueOf(row[3])), new Interval(instant(row[4]), instant(row[5]))));
            }
        }
        return new SlotLog(List.copyOf(changes), rows.size() <= MOST_CHANGES, position((Object[]) rows.get(0)));
    }

    /** Forgets what is older. */
    int forget(Duration age) {
        return entities.createNativeQuery(
                        "DELETE FROM slot_changes WHERE at < clock_timestamp() - ? * INTERVAL '1 second'")
                .setParameter(1, age.toSeconds())
                .executeUpdate();
    }

    private static Position position(Object[] row) {
        return new Position(number(row[0]), String.valueOf(row[1]), number(row[2]));
    }

    private static Instant instant(Object micros) {
        return Instant.EPOCH.plus(number(micros), ChronoUnit.MICROS);
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
