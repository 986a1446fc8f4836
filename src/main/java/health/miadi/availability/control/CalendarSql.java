package health.miadi.availability.control;

import health.miadi.availability.entity.Interval;
import health.miadi.availability.entity.TypeConditions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The one query that reads calendars (R-AVAIL-7): rows of several kinds below each other, each {@code kind, id, text, n1
 * … n8}. Days are days since 1970-01-01, times are minutes of the day, instants are microseconds since the epoch.
 *
 * <p>Appointments come through the indexes by provider and start and by patient and start, so that the past costs nothing.
 */
final class CalendarSql {
    static final int PROVIDER = 1;
    static final int WEEKLY = 2;
    static final int EXCEPTION = 3;
    static final int BUSY = 4;
    static final int BOOKED = 5;
    static final int PATIENT = 6;
    static final int TYPE = 7;

    /** A day of any zone that has an instant in common with a UTC day is that day or one next to it; windows reach back two. */
    private static final int DAYS_AROUND = 4;

    /** The longest day of a zone, with an hour to spare. */
    private static final Duration DAY = Duration.ofHours(26);

    /** No start lies farther than this from an instant that its appointment blocks; the table's checks hold it. */
    private static final Duration LONGEST_REACH =
            Duration.ofMinutes(TypeConditions.LONGEST_MINUTES + TypeConditions.LONGEST_BUFFER_MINUTES);

    private final StringBuilder sql = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();

    CalendarSql(CalendarScope scope) {
        providers(scope);
        weekly(scope.window());
        exceptions(scope.window());
        busy(scope);
        UUID type = scope.appointmentTypeId();
        if (type != null) {
            booked(scope, type);
            type(type);
        }
        UUID patient = scope.patientId();
        if (patient != null) {
            patient(scope, patient);
        }
    }

    String text() {
        return sql.toString();
    }

    /** The values for the question marks of the text, in their order. */
    List<Object> parameters() {
        return List.copyOf(parameters);
    }

    private void providers(CalendarScope scope) {
        add("WITH named AS (SELECT id, time_zone, active");
        equal("specialization", scope.specialization());
        equal("cadre", scope.cadre());
        add(" AS matches FROM providers");
        if (scope.providerIds().isEmpty()) {
            add(" WHERE active");
            equal("specialization", scope.specialization());
            equal("cadre", scope.cadre());
        } else {
            add(" WHERE id = ANY (CAST(? AS uuid[]))", array(scope.providerIds()));
        }
        add("), chosen AS (SELECT id, time_zone FROM named WHERE matches) ");
        add("SELECT " + PROVIDER + ", id, CAST(time_zone AS text), CAST(CAST(matches AS integer) AS bigint), "
                + nulls(7) + " FROM named");
    }

    private void equal(String column, @Nullable String wished) {
        if (wished != null) {
            add(" AND coalesce(lower(" + column + ") = lower(?), false)", wished);
        }
    }

    private void weekly(Interval window) {
        add(" UNION ALL SELECT " + WEEKLY + ", provider_id, NULL, day_of_week, " + minutes("start_time") + ", "
                + minutes("end_time") + ", " + days("valid_from") + ", " + days("valid_until") + ", " + nulls(3)
                + " FROM chosen JOIN availability ON provider_id = chosen.id");
        add(" WHERE (valid_until IS NULL OR valid_until >= ?)", firstDay(window));
        add(" AND (valid_from IS NULL OR valid_from <= ?)", lastDay(window));
    }

    private void exceptions(Interval window) {
        add(" UNION ALL SELECT " + EXCEPTION + ", provider_id, kind, " + minutes("start_time") + ", "
                + minutes("end_time") + ", " + days("start_date") + ", " + days("end_date") + ", " + nulls(4)
                + " FROM chosen JOIN availability_exceptions ON provider_id = chosen.id");
        add(" WHERE end_date >= ?", firstDay(window));
        add(" AND start_date <= ?", lastDay(window));
    }

    private void busy(CalendarScope scope) {
        add(" UNION ALL SELECT " + BUSY + ", provider_id, NULL, " + micros("blocked_from") + ", "
                + micros("blocked_until") + ", " + nulls(6)
                + " FROM chosen JOIN appointments ON provider_id = chosen.id"
                + " WHERE status IN ('scheduled', 'checked_in')");
        overlapping("blocked_from", "blocked_until", scope);
    }

    /** Appointments of the type by the provider's days; one that was cancelled or not kept left room for another. */
    private void booked(CalendarScope scope, UUID type) {
        add(" UNION ALL SELECT " + BOOKED + ", provider_id, NULL, "
                + days("CAST(start_at AT TIME ZONE time_zone AS date)") + ", count(*), " + nulls(6)
                + " FROM (SELECT provider_id, start_at, chosen.time_zone FROM chosen"
                + " JOIN appointments ON provider_id = chosen.id WHERE status NOT IN ('cancelled', 'no_show')");
        add(" AND appointment_type_id = ?", type);
        add(" AND start_at >= ?", at(scope.window().start().minus(DAY)));
        add(" AND start_at < ?", at(scope.window().end().plus(DAY)));
        others(scope);
        add(") AS counted GROUP BY provider_id, 4");
    }

    private void type(UUID type) {
        add(" UNION ALL SELECT " + TYPE + ", id, NULL, duration_minutes, slot_interval_minutes, buffer_before_minutes,"
                + " buffer_after_minutes, min_notice_minutes, max_horizon_days, max_per_day,"
                + " CAST(patients_may_book AS integer) FROM appointment_types");
        add(" WHERE id = ?", type);
    }

    private void patient(CalendarScope scope, UUID patient) {
        add(" UNION ALL SELECT " + PATIENT + ", patient_id, NULL, " + micros("start_at") + ", " + micros("end_at")
                + ", " + nulls(6) + " FROM appointments WHERE status IN ('scheduled', 'checked_in')");
        add(" AND patient_id = ?", patient);
        overlapping("start_at", "end_at", scope);
    }

    /** The bounds on the start are the way through the index; no appointment reaches farther than they allow for. */
    private void overlapping(String from, String until, CalendarScope scope) {
        Instant windowStart = scope.window().start();
        Instant windowEnd = scope.window().end();
        add(" AND start_at > ?", at(windowStart.minus(LONGEST_REACH)));
        add(" AND start_at < ?", at(windowEnd.plus(LONGEST_REACH)));
        add(" AND " + until + " > ?", at(windowStart));
        add(" AND " + from + " < ?", at(windowEnd));
        others(scope);
    }

    private void others(CalendarScope scope) {
        UUID ignoring = scope.ignoring();
        if (ignoring != null) {
            add(" AND appointments.id <> ?", ignoring);
        }
    }

    private void add(String part, Object... values) {
        sql.append(part);
        parameters.addAll(List.of(values));
    }

    private static String nulls(int count) {
        return "CAST(NULL AS bigint), ".repeat(count).replaceAll(", $", "");
    }

    private static String minutes(String time) {
        return "CAST(extract(epoch FROM " + time + ") / 60 AS bigint)";
    }

    private static String days(String date) {
        return "CAST(" + date + " - DATE '1970-01-01' AS bigint)";
    }

    private static String micros(String instant) {
        return "CAST(extract(epoch FROM " + instant + ") * 1000000 AS bigint)";
    }

    private static String array(List<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }

    private static LocalDate firstDay(Interval window) {
        return LocalDate.ofInstant(window.start(), ZoneOffset.UTC).minusDays(DAYS_AROUND);
    }

    private static LocalDate lastDay(Interval window) {
        return LocalDate.ofInstant(window.end(), ZoneOffset.UTC).plusDays(DAYS_AROUND);
    }

    private static Object at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
