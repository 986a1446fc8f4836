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
 *
 * <p>Transactions are counted by one PostgreSQL. Rows of another, which came with its dump, are left out. A log has a name,
 * which changes with the PostgreSQL, with the history that it follows (a recovery or a failover begins another) and with the
 * table that a restore makes anew: a place in a log of another name says nothing about this one.
 */
@ApplicationScoped
public class SlotLogRepository {
    /** Where one reads: worked out once a query, from PostgreSQL's own control file. */
    private static final String HERE = "(SELECT (pg_control_system()).system_identifier AS here,"
            + " (pg_control_checkpoint()).timeline_id AS history) AS log";

    private static final String POSITION = "to_hex(hashtextextended(concat_ws('-', here, history,"
            + " CAST(CAST('slot_changes' AS regclass) AS oid)), 0)), CAST(extract(epoch FROM clock_timestamp()) AS bigint),"
            + " CAST(pg_current_snapshot() AS text),"
            + " CAST(CAST(pg_snapshot_xmin(pg_current_snapshot()) AS text) AS bigint)";
    private static final String CHANGE = "CAST(provider_id AS text),"
            + " CAST(extract(epoch FROM start_at) * 1000000 AS bigint),"
            + " CAST(extract(epoch FROM end_at) * 1000000 AS bigint)";

    private static final int MOST_CHANGES = 10_000;

    /** Of a stream that goes on: where it goes on from is what its client says, and may be the beginning of time. */
    private static final int MOST_MISSED = 1_000;

    @PersistenceContext
    EntityManager entities;

    /** The end of the log. */
    Position end() {
        return position((Object[]) entities.createNativeQuery("SELECT " + POSITION + " FROM " + HERE)
                .getSingleResult());
    }

    /** What became visible after that position. */
    SlotLog after(Position position) {
        return read(
                MOST_CHANGES,
                "xid >= CAST(? AS xid8) AND NOT pg_visible_in_snapshot(xid, CAST(? AS pg_snapshot))",
                String.valueOf(position.oldest()),
                position.snapshot());
    }

    /** What the transactions from that one on have changed; some of it may have been known before. */
    SlotLog since(long oldest) {
        return read(MOST_MISSED, "xid >= CAST(? AS xid8)", String.valueOf(oldest));
    }

    private SlotLog read(int most, String condition, String... values) {
        var query = entities.createNativeQuery("SELECT " + POSITION + ", " + CHANGE + " FROM " + HERE
                + " LEFT JOIN slot_changes ON cluster = here AND " + condition + " ORDER BY id LIMIT "
                + (most + 1));
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        List<?> rows = query.getResultList();
        Set<SlotChange> changes = new LinkedHashSet<>();
        for (Object each : rows) {
            Object[] row = (Object[]) each;
            if (row[4] != null) {
                changes.add(new SlotChange(
                        UUID.fromString(String.valueOf(row[4])), new Interval(instant(row[5]), instant(row[6]))));
            }
        }
        return new SlotLog(List.copyOf(changes), rows.size() <= most, position((Object[]) rows.get(0)));
    }

    /** Forgets what is older. */
    int forget(Duration age) {
        return entities.createNativeQuery(
                        "DELETE FROM slot_changes WHERE at < clock_timestamp() - ? * INTERVAL '1 second'")
                .setParameter(1, age.toSeconds())
                .executeUpdate();
    }

    private static Position position(Object[] row) {
        return new Position(String.valueOf(row[0]), number(row[1]), String.valueOf(row[2]), number(row[3]));
    }

    private static Instant instant(Object micros) {
        return Instant.EPOCH.plus(number(micros), ChronoUnit.MICROS);
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
