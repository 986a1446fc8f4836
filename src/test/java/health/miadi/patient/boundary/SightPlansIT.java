package health.miadi.patient.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.patient.control.Sight;
import health.miadi.testing.server.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * R-AUTH-13 in the database: in a large clinic a question about one patient is a look-up in an index each, and the ends of sight are exact
 * to the microsecond.
 */
@Tag("no-server")
class SightPlansIT {
    private static final String PROVIDER = new UUID(1, 0).toString();
    private static final String PATIENT = new UUID(2, 0).toString();
    private static final String SINCE = "2025-01-01T00:00:00Z";
    private static final String NOW = "2026-01-01T00:00:00Z";
    private static TestDatabase database;

    @BeforeAll
    static void fill() throws SQLException {
        database = TestDatabase.startMigrated();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    CREATE FUNCTION numbered(kind integer, n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
                        SELECT (lpad(to_hex(kind), 16, '0') || lpad(to_hex(n), 16, '0'))::uuid $$;
                    INSERT INTO persons (id, kind, first_name, created_at, updated_at)
                        SELECT numbered(1, n), 'provider', 'Pro', '2020-01-01', now() FROM generate_series(0, 19) n;
                    INSERT INTO providers (id, cadre, time_zone, active)
                        SELECT numbered(1, n), 'doctor', 'UTC', true FROM generate_series(0, 19) n;
                    INSERT INTO persons (id, kind, first_name, created_at, updated_at)
                        SELECT numbered(2, n), 'patient', 'Pat', '2020-01-01', now() FROM generate_series(0, 999) n;
                    INSERT INTO patients (id, patient_number, opened_by)
                        SELECT numbered(2, n), 'P-' || n, numbered(1, n % 20) FROM generate_series(0, 999) n;
                    INSERT INTO appointments (id, provider_id, patient_id, start_at, end_at, blocked_from, blocked_until,
                            time_zone, status, last_change, changed_by_role, created_at, updated_at)
                        SELECT gen_random_uuid(), numbered(1, p), numbered(2, (n + p * 50) % 1000), at, at + interval '30 min', at,
                            at + interval '30 min', 'UTC', 'completed', 'booked', 'admin', now(), now()
                        FROM generate_series(0, 19) p, generate_series(1, 500) n,
                            LATERAL (SELECT timestamptz '2025-06-01 00:00Z' + n * interval '30 min' AS at) t;
                    ANALYZE
                    """);
        }
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void onePatientIsALookUpInAnIndexEach() throws SQLException {
        String plan = database.plan(
                "SELECT 1 FROM " + Sight.PATIENTS + " WHERE id = CAST(? AS uuid) LIMIT 1",
                List.of(PROVIDER, SINCE, NOW, new UUID(2, 7).toString()));
        assertThat(plan)
                .as("the function is part of the statement")
                .doesNotContain("Function Scan")
                .doesNotContain("Seq Scan on appointments")
                .doesNotContain("Seq Scan on persons")
                .contains("on appointments");
    }

    @Test
    void theListOfAProviderReadsTheProvidersOwn() throws SQLException {
        String plan = database.plan("SELECT count(*) FROM " + Sight.PATIENTS, List.of(PROVIDER, SINCE, NOW));
        assertThat(plan).doesNotContain("Function Scan").doesNotContain("Seq Scan on appointments");
    }

    private static long seen(String since, String moment) {
        return database.number(
                "SELECT count(*) FROM patients_seen_by(CAST(? AS uuid), CAST(? AS timestamptz), CAST(? AS timestamptz)) s (id)"
                        + " WHERE id = CAST(? AS uuid)",
                new UUID(1, 19).toString(),
                since,
                moment,
                PATIENT);
    }

    /** Only the visit, the opening or the emergency is there at a time. */
    @Test
    void theEndsAreExact() {
        String end = "2025-06-05T00:00:00Z";
        database.update("DELETE FROM appointments WHERE provider_id = CAST(? AS uuid)", new UUID(1, 19).toString());
        assertThat(seen(SINCE, NOW)).isZero();
        database.update("""
                INSERT INTO appointments (id, provider_id, patient_id, start_at, end_at, blocked_from, blocked_until,
                        time_zone, status, last_change, changed_by_role, created_at, updated_at)
                    SELECT gen_random_uuid(), CAST(? AS uuid), CAST(? AS uuid), at - interval '30 min', at, at - interval '30 min', at,
                        'UTC', 'completed', 'booked', 'admin', now(), now() FROM (SELECT CAST(? AS timestamptz) + interval '1 year') t (at)
                """, new UUID(1, 19).toString(), PATIENT, end);
        assertThat(seen("2026-06-04T23:59:59.999999Z", NOW)).isOne();
        assertThat(seen("2026-06-05T00:00:00Z", NOW)).isZero();
        database.update("DELETE FROM appointments WHERE provider_id = CAST(? AS uuid)", new UUID(1, 19).toString());

        database.update(
                "UPDATE patients SET opened_by = CAST(? AS uuid) WHERE id = CAST(? AS uuid)",
                new UUID(1, 19).toString(),
                PATIENT);
        assertThat(seen("2019-12-31T23:59:59.999999Z", NOW)).isOne();
        assertThat(seen("2020-01-01T00:00:00Z", NOW)).isZero();

        database.update(
                "INSERT INTO emergency_openings (id, patient_id, provider_id, reason, opened_at, expires_at)"
                        + " VALUES (gen_random_uuid(), CAST(? AS uuid), CAST(? AS uuid), 'Unconscious, unknown', now() - interval '9 years',"
                        + " CAST(? AS timestamptz))",
                PATIENT,
                new UUID(1, 19).toString(),
                end);
        assertThat(seen(SINCE, "2025-06-04T23:59:59.999999Z")).isOne();
        assertThat(seen(SINCE, end)).isZero();
    }
}
