package health.miadi.bench;

import health.miadi.testing.server.BuildOutput;
import health.miadi.testing.server.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a clinic costs the database, by the row, the booking, the search and the connection, and what PostgreSQL itself says to
 * partitions and to several clinics in one database: the figures of docs/scale.md, in {@code target/bench/scale.txt}.
 */
class ScaleBench {
    private static final int PROVIDERS = 100;
    private static final int PATIENTS = 10_000;
    private static final int BOOKINGS = 2_000;
    private static final int[] ROWS_OF_EACH_STEP = {20_000, 60_000, 120_000};
    private static final int SEARCHES = 300;
    private static final int CONNECTIONS = 40;

    private static final String INSERT = """
            INSERT INTO appointments (id, provider_id, patient_id, start_at, end_at, blocked_from, blocked_until, time_zone,
                status, last_change, changed_by_role, created_at, updated_at, version)
            """;

    private static final String WEEK = "SELECT blocked_from, blocked_until FROM appointments WHERE provider_id = %s"
            + " AND status IN ('scheduled', 'checked_in') AND start_at > %s AND start_at < %s";

    private final StringBuilder report = new StringBuilder();
    private TestDatabase database;

    @TempDir
    Path data;

    @BeforeEach
    void start() {
        database = TestDatabase.startDurable(data);
        database.migrate();
    }

    @AfterEach
    void stop() throws IOException {
        database.close();
        Path file = BuildOutput.path("bench").resolve("scale.txt");
        Files.createDirectories(file.getParent());
        Files.writeString(file, report);
        System.out.println(report);
    }

    private void say(String line, Object... values) {
        report.append(String.format(Locale.ROOT, line, values)).append('\n');
    }

    @Test
    void whatAClinicCosts() throws SQLException {
        people();
        bookings();
        int step = 0;
        for (int rows : ROWS_OF_EACH_STEP) {
            rows(rows, step++);
            searches();
        }
        connections();
        partitions();
        clinicsInOneDatabase();
    }

    private void people() {
        Map<String, Long> before = sizes();
        database.update(
                "INSERT INTO persons (id, kind, first_name, last_name, date_of_birth, phone, email, created_at, updated_at)"
                        + " SELECT gen_random_uuid(), 'patient', 'First' || p, 'Last' || p, '1980-02-29', '+25471' || p, 'p' || p || '@example.org',"
                        + " now(), now() FROM generate_series(1, ?) AS p",
                PATIENTS);
        database.update(
                "INSERT INTO patients (id, patient_number) SELECT id, 'PAT-' || nextval('patient_numbers') FROM persons");
        grown(
                "a patient (persons, patients, email_addresses)",
                before,
                PATIENTS,
                "persons",
                "patients",
                "email_addresses");
        database.update(
                "INSERT INTO persons (id, kind, first_name, last_name, created_at, updated_at)"
                        + " SELECT gen_random_uuid(), 'provider', 'Pro', 'Vider' || p, now(), now() FROM generate_series(1, ?) AS p",
                PROVIDERS);
        database.update("INSERT INTO providers (id, cadre, specialization, time_zone, active)"
                + " SELECT id, 'doctor', 'Cardiology', 'UTC', true FROM persons WHERE kind = 'provider'");
    }

    /** One transaction each, as a booking is: lock, insert with its history and its place in the log of calendars, audit entry. */
    private void bookings() throws SQLException {
        List<String> providers = database.texts("SELECT id::text FROM providers ORDER BY id");
        List<String> patients = database.texts("SELECT id::text FROM patients ORDER BY id LIMIT " + BOOKINGS);
        Map<String, Long> before = sizes();
        try (Connection connection = database.connectAsApplication()) {
            connection.setAutoCommit(false);
            long first = wal();
            for (int i = 0; i < BOOKINGS; i++) {
                book(connection, providers.get(i % PROVIDERS), patients.get(i), i / PROVIDERS);
                if (i == BOOKINGS / 2 - 1) {
                    say("WAL of a booking, the first %d: %d bytes", BOOKINGS / 2, (wal() - first) / (BOOKINGS / 2));
                    first = wal();
                }
            }
            say("WAL of a booking, later: %d bytes", (wal() - first) / (BOOKINGS / 2));
        }
        grown("the trail of a booking (audit_entries)", before, BOOKINGS, "audit_entries");
    }

    private void book(Connection connection, String provider, String patient, int slot) throws SQLException {
        run(
                connection,
                "SELECT kind FROM persons WHERE id IN (CAST(? AS uuid), CAST(? AS uuid)) ORDER BY kind DESC FOR NO KEY UPDATE",
                provider,
                patient);
        run(
                connection,
                INSERT
                        + "SELECT gen_random_uuid(), CAST(? AS uuid), CAST(? AS uuid), at, at + interval '30 minutes', at,"
                        + " at + interval '30 minutes', 'UTC', 'scheduled', 'booked', 'patient', now(), now(), 1"
                        + " FROM (SELECT date_trunc('day', now()) + interval '7 days' + ? * interval '30 minutes' AS at) AS t",
                provider,
                patient,
                slot);
        run(
                connection,
                "INSERT INTO audit_entries (actor_id, actor_role, actor_name, address, request_id, action, entity, entity_id, outcome)"
                        + " VALUES (CAST(? AS uuid), 'patient', 'p1@example.org', '2001:db8::1', ?, 'booked', 'appointment', gen_random_uuid(), 'done')",
                patient,
                UUID.randomUUID().toString());
        connection.commit();
    }

    private static void run(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        }
    }

    private long wal() {
        return database.number("SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint");
    }

    /** Sixteen visits a day of each provider, farther and farther back. */
    private void rows(int rows, int step) {
        Map<String, Long> before = sizes();
        long begun = System.nanoTime();
        database.update(
                INSERT
                        + "SELECT gen_random_uuid(), provider, ((SELECT array_agg(id) FROM (SELECT id FROM patients ORDER BY id LIMIT 1000) AS chosen))[1 + (n * 7919) % 1000], at,"
                        + " at + interval '30 minutes', at, at + interval '30 minutes', 'UTC', 'completed', 'completed', 'provider', now(), now(), 1"
                        + " FROM (SELECT p.id AS provider, n, date_trunc('day', now()) - (? + 1 + n / 16) * interval '1 day' + (8 * 60 + n % 16 * 30) * interval '1 minute' AS at"
                        + " FROM providers p, generate_series(0, ?) AS n) AS t",
                step * 10_000,
                rows / PROVIDERS - 1);
        say("%d more visits in %.0f s", rows, (System.nanoTime() - begun) / 1e9);
        database.update("ANALYZE");
        grown("a visit (appointments)", before, rows, "appointments");
        grown("its history (appointment_history)", before, rows, "appointment_history");
    }

    private void searches() throws SQLException {
        long rows = database.number("SELECT count(*) FROM appointments");
        List<String> providers = database.texts("SELECT id::text FROM providers");
        try (Connection connection = database.connectAsApplication()) {
            say(
                    "%d visits: a provider's week %.2f ms, the week of all %d %.2f ms",
                    rows,
                    median(
                            connection,
                            WEEK.formatted("CAST(? AS uuid)", "now()", "now() + interval '7 days'"),
                            providers),
                    PROVIDERS,
                    median(
                            connection,
                            WEEK.formatted(
                                    "ANY (SELECT id FROM providers WHERE active OR id = CAST(? AS uuid))",
                                    "now()",
                                    "now() + interval '7 days'"),
                            providers));
        }
    }

    private static double median(Connection connection, String sql, List<String> providers) throws SQLException {
        double[] millis = new double[SEARCHES];
        for (int i = 0; i < SEARCHES; i++) {
            long begun = System.nanoTime();
            run(connection, sql, providers.get(i % providers.size()));
            millis[i] = (System.nanoTime() - begun) / 1e6;
        }
        Arrays.sort(millis);
        return millis[SEARCHES / 2];
    }

    /** What one more connection costs the machine of the database, apart from what all share. */
    private void connections() throws SQLException {
        List<Connection> open = new ArrayList<>();
        try {
            for (int i = 0; i < CONNECTIONS; i++) {
                Connection connection = database.connectAsApplication();
                open.add(connection);
                run(connection, WEEK.formatted("ANY (SELECT id FROM providers)", "now()", "now() + interval '7 days'"));
            }
            long kilobytes = 0;
            int read = 0;
            for (String pid : database.texts("SELECT pid::text FROM pg_stat_activity WHERE usename = 'miadi'")) {
                Path memory = Path.of("/proc", pid, "smaps_rollup");
                if (Files.isReadable(memory)) {
                    kilobytes += own(memory);
                    read++;
                }
            }
            say(
                    "a connection that has searched: %d kB of its own (%d looked at)",
                    read == 0 ? -1 : kilobytes / read, read);
        } finally {
            for (Connection each : open) {
                each.close();
            }
        }
    }

    private static long own(Path memory) {
        try {
            return Files.readAllLines(memory).stream()
                    .filter(line -> line.startsWith("Private_"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .sum();
        } catch (IOException gone) {
            return 0;
        }
    }

    private void partitions() throws SQLException {
        String columns =
                "id uuid, provider_id uuid NOT NULL, patient_id uuid NOT NULL, start_at timestamptz NOT NULL, end_at timestamptz NOT NULL";
        String apart = "EXCLUDE USING gist (%s WITH =, tstzrange(start_at, end_at) WITH &&)";
        say(
                "by start, one constraint for all: %s",
                tried("CREATE TABLE by_start (" + columns + ", " + apart.formatted("provider_id")
                        + ") PARTITION BY RANGE (start_at)"));
        say(
                "by start, an id alone as the key: %s",
                tried("CREATE TABLE by_start (" + columns + ", PRIMARY KEY (id)) PARTITION BY RANGE (start_at)"));
        say(
                "by start, key of id and start: %s",
                tried("CREATE TABLE by_start (" + columns
                        + ", PRIMARY KEY (id, start_at)) PARTITION BY RANGE (start_at)"));
        for (String month : new String[] {"01", "02"}) {
            say(
                    "  a month with constraints of its own: %s",
                    tried("CREATE TABLE by_start_" + month + " PARTITION OF by_start ("
                            + apart.formatted("provider_id") + ", " + apart.formatted("patient_id")
                            + ") FOR VALUES FROM ('2027-" + month + "-01') TO ('2027-0"
                            + (Integer.parseInt(month) + 1) + "-01')"));
        }
        String visit =
                "INSERT INTO by_start VALUES (gen_random_uuid(), '00000000-0000-0000-0000-000000000001', gen_random_uuid(), '%s', '%s')";
        say("  a visit: %s", tried(visit.formatted("2027-01-31 23:45Z", "2027-02-01 00:15Z")));
        say(
                "  one that overlaps in the same month: %s",
                tried(visit.formatted("2027-01-31 23:30Z", "2027-02-01 00:00Z")));
        say(
                "  one that overlaps over the end of the month: %s",
                tried(visit.formatted("2027-02-01 00:00Z", "2027-02-01 00:30Z")));
        say("  a foreign key to the id alone: %s", tried("CREATE TABLE notes (visit uuid REFERENCES by_start (id))"));
        say(
                "  a foreign key to id and start: %s",
                tried(
                        "CREATE TABLE notes (visit uuid, at timestamptz, FOREIGN KEY (visit, at) REFERENCES by_start (id, start_at) ON UPDATE CASCADE)"));
        say(
                "by provider, the provider's constraint: %s",
                tried("CREATE TABLE by_provider (" + columns + ", " + apart.formatted("provider_id")
                        + ") PARTITION BY HASH (provider_id)"));
        say(
                "by provider, the patient's constraint: %s",
                tried("CREATE TABLE by_patient (" + columns + ", " + apart.formatted("patient_id")
                        + ") PARTITION BY HASH (provider_id)"));
        say(
                "history by time, key of id and time: %s",
                tried(
                        "CREATE TABLE history (id bigint GENERATED ALWAYS AS IDENTITY, appointment_id uuid REFERENCES appointments (id), at timestamptz, PRIMARY KEY (id, at)) PARTITION BY RANGE (at)"));
    }

    private String tried(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return "taken";
        } catch (SQLException refused) {
            return refused.getSQLState() + " "
                    + String.valueOf(refused.getMessage()).lines().findFirst().orElse("");
        }
    }

    /** A schema a clinic, in one database with one application's role. */
    private void clinicsInOneDatabase() throws SQLException {
        for (String clinic : new String[] {"clinic_a", "clinic_b"}) {
            database.update("CREATE SCHEMA " + clinic);
            long begun = System.nanoTime();
            String url = database.url() + "?currentSchema=" + clinic + ",public";
            try {
                int applied = Flyway.configure()
                        .dataSource(url, "miadi_owner", TestDatabase.password())
                        .defaultSchema(clinic)
                        .locations("classpath:db/migration")
                        .outOfOrder(true)
                        .initSql("SET miadi.application_role = 'miadi'")
                        .load()
                        .migrate()
                        .migrationsExecuted;
                say(
                        "schema %s: %d migrations in %.1f s, %d tables",
                        clinic,
                        applied,
                        (System.nanoTime() - begun) / 1e9,
                        database.number(
                                "SELECT count(*) FROM information_schema.tables WHERE table_schema = ?", clinic));
                try (Connection connection = DriverManager.getConnection(url, "miadi", TestDatabase.password())) {
                    run(connection, "SELECT count(*) FROM persons");
                    say("  one role for all reads its own, and the first's as well");
                    run(connection, "SELECT count(*) FROM clinic_a.persons");
                }
            } catch (RuntimeException failed) {
                say(
                        "schema %s: %s",
                        clinic,
                        String.valueOf(failed.getMessage()).lines().limit(6).toList());
            }
        }
    }

    private Map<String, Long> sizes() {
        var sizes = new TreeMap<String, Long>();
        for (String table : database.tables()) {
            sizes.put(table, database.number("SELECT pg_total_relation_size(CAST(? AS regclass))", "public." + table));
        }
        return sizes;
    }

    private void grown(String what, Map<String, Long> before, int rows, String... tables) {
        Map<String, Long> after = sizes();
        long bytes = Arrays.stream(tables)
                .mapToLong(table -> after.getOrDefault(table, 0L) - before.getOrDefault(table, 0L))
                .sum();
        say("%s: %d bytes with its indexes", what, bytes / rows);
    }
}
