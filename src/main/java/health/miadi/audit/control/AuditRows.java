package health.miadi.audit.control;

import health.miadi.audit.entity.AuditEntry;
import health.miadi.audit.entity.EntryKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads entries out of rows. */
final class AuditRows {
    /** Selects what {@link #entry} reads. */
    static final String SELECT = "SELECT era, CAST(CAST(xid AS text) AS bigint), id,"
            + " CAST(extract(epoch FROM at) * 1000000 AS bigint), CAST(actor_id AS text), actor_role, actor_name, action,"
            + " entity, CAST(entity_id AS text), outcome, reason, address, request_id, detail, server_request_id FROM audit_entries";

    private AuditRows() {}

    static AuditEntry entry(@Nullable Object[] row) {
        return new AuditEntry(
                new EntryKey((int) number(row[0]), number(row[1]), number(row[2])),
                Instant.EPOCH.plus(number(row[3]), ChronoUnit.MICROS),
                uuid(row[4]),
                required(row[5]),
                text(row[6]),
                required(row[7]),
                required(row[8]),
                uuid(row[9]),
                required(row[10]),
                text(row[11]),
                text(row[12]),
                text(row[13]),
                text(row[14]),
                text(row[15]));
    }

    static long number(@Nullable Object value) {
        return ((Number) Objects.requireNonNull(value)).longValue();
    }

    private static String required(@Nullable Object value) {
        return Objects.requireNonNull(text(value));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static @Nullable UUID uuid(@Nullable Object value) {
        return value == null ? null : UUID.fromString(value.toString());
    }
}
