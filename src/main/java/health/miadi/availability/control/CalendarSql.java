package health.miadi.availability.control;

import health.miadi.availability.entity.TypeConditions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The one query that reads calendars (R-AVAIL-7): a row for each provider, and one each for the type and for the patient.
 *
 * <p>Each row is {@code kind, id, time zone, matches, weekly, exceptions, busy, booked}; the patient's says how many visits are open
 * where providers' say whether they match, and how many they booked today where those have weekly rules. The last four are {@link Packed}:
 * all of one provider's rules, absences and busy times are one value each, because a row costs more than what is in it.
 *
 * <p>Appointments come through the indexes by provider and start and by patient and start, so that the past costs nothing.
 */
final class CalendarSql {
    static final int PROVIDER = 1;
    static final int TYPE = 2;
    static final int PATIENT = 3;

    /** A day of any zone that has an instant in common with a UTC day is that day or one next to it; windows reach back two. */
    private static final int DAYS_AROUND = 4;

    /** The longest day of a zone, with an hour to spare. */
    private static final Duration DAY = Duration.ofHours(26);

    /** No start lies farther than this from an instant that its appointment blocks; the table's checks hold it. */
    private static final String REACH =
            "INTERVAL '" + (TypeConditions.LONGEST_MINUTES + TypeConditions.LONGEST_BUFFER_MINUTES) + " minutes'";

    /** The ends of the scope's window, bound once: each instant that is bound costs as much as five busy times. */
    private static final String FROM = "from_at";

    private static final String TO = "to_at";
    private static final String WINDOW = "CAST(? AS timestamptz) AS " + FROM + ", CAST(? AS timestamptz) AS " + TO;

    /** The first and the last day of any zone that can matter to the window. */
    private static final String FIRST_DAY = "(CAST(" + FROM + " AT TIME ZONE 'UTC' AS date) - " + DAYS_AROUND + ")";

    private static final String LAST_DAY = "(CAST(" + TO + " AT TIME ZONE 'UTC' AS date) + " + DAYS_AROUND + ")";

    private static final String LIVE = "ended_at IS NULL AND expires_at > ?";

    private static final String ACTIVE = "status IN ('scheduled', 'checked_in')";

    private static final String WEEKLY = packed(
                    "int4send(day_of_week)",
                    "time_send(start_time)",
                    "time_send(end_time)",
                    "date_send(coalesce(valid_from, DATE '-infinity'))",
                    "date_send(coalesce(valid_until, DATE 'infinity'))")
            + " FROM availability WHERE matches AND provider_id = chosen.id"
            + " AND (valid_until IS NULL OR valid_until >= " + FIRST_DAY + ")"
            + " AND (valid_from IS NULL OR valid_from <= " + LAST_DAY + "))";

    private static final String EXCEPTIONS = packed(
                    "int4send(CAST(kind = 'extra' AS integer))",
                    "int4send(CAST(extent = 'through' AS integer))",
                    "int4send(CAST(start_time IS NULL AS integer))",
                    "time_send(coalesce(start_time, TIME '00:00'))",
                    "time_send(coalesce(end_time, TIME '00:00'))",
                    "date_send(start_date)",
                    "date_send(end_date)")
            + " FROM availability_exceptions WHERE matches AND provider_id = chosen.id"
            + " AND end_date >= " + FIRST_DAY + " AND start_date <= " + LAST_DAY + ")";

    private static final String BUSY = packed("timestamptz_send(blocked_from)", "timestamptz_send(blocked_until)")
            + " FROM (SELECT blocked_from, blocked_until FROM appointments"
            + " WHERE matches AND provider_id = chosen.id AND " + ACTIVE
            + overlapping("blocked_from", "blocked_until");

    private static final String BOOKED =
            packed("timestamptz_send(start_at)") + " FROM (SELECT start_at FROM appointments"
                    + " WHERE matches AND provider_id = chosen.id AND status NOT IN ('cancelled', 'no_show')";

    private static final String PATIENT_BUSY = packed("timestamptz_send(start_at)", "timestamptz_send(end_at)")
            + " FROM appointments WHERE " + ACTIVE + overlapping("start_at", "end_at") + " AND patient_id = ?";

    private static final String PATIENT_HELD = packed("timestamptz_send(start_at)", "timestamptz_send(end_at)")
            + " FROM holds WHERE patient_id = ? AND " + LIVE + " AND end_at > " + FROM + " AND start_at < " + TO;

    /** Room for the longest text, so that it is not copied while it grows. */
    private static final int LONGEST_TEXT = 4_000;

    private final StringBuilder sql = new StringBuilder(LONGEST_TEXT);
    private final List<Object> parameters = new ArrayList<>();
    private final Instant now;

    /**
     * @param now the instant at which a hold must be live to count
     */
    CalendarSql(CalendarScope scope, Instant now) {
        this.now = now;
        providers(scope);
        UUID type = scope.appointmentTypeId();
        if (type != null) {
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
        add("SELECT " + PROVIDER + ", id, CAST(time_zone AS text), CAST(matches AS integer)");
        add(WEEKLY);
        add(EXCEPTIONS);
        busy(scope);
        booked(scope);
        add(" FROM (SELECT " + WINDOW + ", id, time_zone, active", bounds(scope));
        equal("specialization", scope.specialization());
        equal("cadre", scope.cadre());
        add(" AS matches FROM providers");
        if (scope.providerIds().isEmpty()) {
            add(" WHERE active");
            equal("specialization", scope.specialization());
            equal("cadre", scope.cadre());
        } else {
            named(scope.providerIds());
        }
        add(") AS chosen");
    }

    /** PostgreSQL takes an array for ten ids when it plans ahead, and would plan anew each time for one. */
    private void named(List<UUID> ids) {
        if (ids.size() == 1) {
            add(" WHERE id = CAST(? AS uuid)", ids.get(0).toString());
        } else {
            add(" WHERE id = ANY (CAST(? AS uuid[]))", array(ids));
        }
    }

    private void equal(String column, @Nullable String wished) {
        if (wished != null) {
            add(" AND coalesce(" + column + "_folded = (SELECT search_folded(?)), false)", wished);
        }
    }

    private void busy(CalendarScope scope) {
        if (scope.hoursOnly()) {
            add(", CAST(NULL AS bytea)");
            return;
        }
        add(BUSY);
        others(scope);
        held(scope);
        add(") AS taken)");
    }

    /** Live holds block like appointments (R-BOOK-10). */
    private void held(CalendarScope scope) {
        add(" UNION ALL SELECT blocked_from, blocked_until FROM holds");
        live(scope);
        add(" AND blocked_until > " + FROM + " AND blocked_from < " + TO);
    }

    private void live(CalendarScope scope) {
        add(" WHERE matches AND provider_id = chosen.id AND " + LIVE, at(now));
        unredeemed(scope);
    }

    private void unredeemed(CalendarScope scope) {
        UUID redeeming = scope.redeeming();
        if (redeeming != null) {
            add(" AND holds.id <> ?", redeeming);
        }
    }

    /**
     * The starts that count for a daily limit, if the type has one, live holds among them; what was cancelled or not kept
     * left room for another.
     */
    private void booked(CalendarScope scope) {
        UUID type = scope.appointmentTypeId();
        if (type == null) {
            add(", CAST(NULL AS bytea)");
            return;
        }
        add(BOOKED);
        add(" AND appointment_type_id = ?", type);
        add(" AND start_at >= ?", at(scope.window().start().minus(DAY)));
        add(" AND start_at < ?", at(scope.window().end().plus(DAY)));
        others(scope);
        limited(type);
        add(" UNION ALL SELECT start_at FROM holds");
        live(scope);
        add(" AND appointment_type_id = ?", type);
        limited(type);
        add(") AS counted)");
    }

    private void limited(UUID type) {
        add(" AND (SELECT max_per_day FROM appointment_types WHERE id = ?) IS NOT NULL", type);
    }

    private void type(UUID type) {
        add(" UNION ALL SELECT " + TYPE + ", id, CAST(NULL AS text), CAST(NULL AS integer), int4send(duration_minutes)"
                + " || int4send(slot_interval_minutes) || int4send(buffer_before_minutes)"
                + " || int4send(buffer_after_minutes) || int4send(coalesce(min_notice_minutes, -1))"
                + " || int4send(coalesce(max_horizon_days, -1)) || int4send(coalesce(max_per_day, -1))"
                + " || int4send(CAST(patients_may_book AS integer)), " + nulls(3) + " FROM appointment_types");
        add(" WHERE id = ?", type);
    }

    /** When the patient is not free; no row when there is no such patient. */
    private void patient(CalendarScope scope, UUID patient) {
        add(" UNION ALL SELECT " + PATIENT + ", CAST(? AS uuid), CAST(NULL AS text)", patient.toString());
        openVisits(scope, patient);
        ownBookings(scope, patient);
        add(", " + nulls(1));
        add(PATIENT_BUSY, patient);
        others(scope);
        add(")" + PATIENT_HELD, patient, at(now));
        unredeemed(scope);
        add(") FROM (SELECT " + WINDOW + ") AS bounds", bounds(scope));
        add(
                " WHERE EXISTS (SELECT FROM persons WHERE id = CAST(? AS uuid) AND kind = 'patient' AND erased_at IS NULL)",
                patient.toString());
    }

    /** One more look-up in the index by patient and start, and in no other statement: what is past is not walked. */
    private void openVisits(CalendarScope scope, UUID patient) {
        if (scope.openVisits()) {
            add(", (SELECT CAST(count(*) AS integer) FROM appointments WHERE patient_id = ?", patient);
            add(" AND start_at > ? AND " + ACTIVE + ")", at(now));
        } else {
            add(", CAST(NULL AS integer)");
        }
    }

    /** How many the patient booked by themselves within a day: none of them starts before it was booked. */
    private void ownBookings(CalendarScope scope, UUID patient) {
        if (!scope.openVisits()) {
            add(", " + nulls(1));
            return;
        }
        Object yesterday = at(now.minus(OwnVisits.DAY));
        add(", (SELECT int4send(CAST(count(*) AS integer)) FROM appointments WHERE patient_id = ?", patient);
        add(
                " AND start_at > ? AND created_at > ? AND EXISTS (SELECT FROM appointment_history AS made",
                yesterday,
                yesterday);
        add(" WHERE made.appointment_id = appointments.id AND made.version = 1 AND made.changed_by_role = 'patient'))");
    }

    private void others(CalendarScope scope) {
        UUID ignoring = scope.ignoring();
        if (ignoring != null) {
            add(" AND appointments.id <> ?", ignoring);
        }
    }

    private void add(String part, Object... values) {
        sql.append(part);
        Collections.addAll(parameters, values);
    }

    /** One more column, of many rows' values one behind the other; what follows is its FROM, and a closing bracket. */
    private static String packed(String... values) {
        return ", (SELECT string_agg(" + String.join(" || ", values) + ", CAST('' AS bytea))";
    }

    /** The bounds on the start are the way through the index; no appointment reaches farther than they allow for. */
    private static String overlapping(String from, String until) {
        return " AND start_at > " + FROM + " - " + REACH + " AND start_at < " + TO + " + " + REACH + " AND " + until
                + " > " + FROM + " AND " + from + " < " + TO;
    }

    private static String nulls(int count) {
        return String.join(", ", Collections.nCopies(count, "CAST(NULL AS bytea)"));
    }

    private static String array(List<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }

    private static Object[] bounds(CalendarScope scope) {
        return new Object[] {at(scope.window().start()), at(scope.window().end())};
    }

    private static Object at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
