package health.miadi.bench;

import health.miadi.testing.server.BuildOutput;
import health.miadi.testing.server.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What it takes to keep two visits of one provider apart where visits lie in a partition a month: a trigger, a lock, or a table of what is
 * taken that is no partition. For docs/scale.md, in {@code target/bench/partitions.txt}.
 */
class PartitionBench {
    private static final int VISITS = 20_000;
    private static final String PROVIDER = "00000000-0000-0000-0000-000000000001";
    private static final String APART = "EXCLUDE USING gist (%s WITH =, tstzrange(start_at, end_at) WITH &&)";
    private static final String COLUMNS =
            "id uuid NOT NULL, provider_id uuid NOT NULL, patient_id uuid NOT NULL, start_at timestamptz NOT NULL, end_at timestamptz NOT NULL";

    private final StringBuilder report = new StringBuilder();
    private TestDatabase database;

    @TempDir
    Path data;

    @BeforeEach
    void start() {
        database = TestDatabase.startDurable(data);
        for (String sql : new String[] {
            "CREATE EXTENSION btree_gist",
            "CREATE TABLE whole (" + COLUMNS + ", PRIMARY KEY (id), " + APART.formatted("provider_id") + ", "
                    + APART.formatted("patient_id") + ")",
            "CREATE TABLE parted (" + COLUMNS + ", PRIMARY KEY (id, start_at)) PARTITION BY RANGE (start_at)",
            month("01", "02"),
            month("02", "03"),
            // both constraints over all months, for as long as a visit can still collide
            "CREATE TABLE taken (" + COLUMNS + ", PRIMARY KEY (id), " + APART.formatted("provider_id") + ", "
                    + APART.formatted("patient_id") + ")",
        }) {
            run(sql);
        }
    }

    private static String month(String from, String until) {
        return "CREATE TABLE parted_" + from + " PARTITION OF parted (" + APART.formatted("provider_id") + ", "
                + APART.formatted("patient_id") + ") FOR VALUES FROM ('2027-" + from + "-01') TO ('2027-" + until
                + "-01')";
    }

    @AfterEach
    void stop() throws IOException {
        database.close();
        Path file = BuildOutput.path("bench").resolve("partitions.txt");
        Files.createDirectories(file.getParent());
        Files.writeString(file, report);
        System.out.println(report);
    }

    @Test
    void whatKeepsVisitsApartOverTheEndOfAMonth() throws Exception {
        cost("one table, two constraints", "whole");
        cost("a partition a month, two constraints each", "parted");
        race("a constraint in each month alone");

        run("""
            CREATE FUNCTION look_around() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF EXISTS (SELECT FROM parted WHERE provider_id = NEW.provider_id
                    AND start_at < NEW.end_at AND start_at > NEW.start_at - interval '1 day' AND end_at > NEW.start_at) THEN
                    RAISE exclusion_violation;
                END IF;
                RETURN NEW;
            END $$""");
        run("CREATE TRIGGER apart BEFORE INSERT ON parted FOR EACH ROW EXECUTE FUNCTION look_around()");
        race("and a trigger that looks around");
        cost("and a trigger that looks around", "parted");

        run("CREATE TABLE people (id uuid PRIMARY KEY)");
        run("INSERT INTO people VALUES ('" + PROVIDER + "')");
        race("and the lock of the provider's row first", "SELECT FROM people WHERE id = '" + PROVIDER + "' FOR UPDATE");

        run("DROP TRIGGER apart ON parted");
        run("""
            CREATE FUNCTION take() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                INSERT INTO taken VALUES (NEW.*);
                RETURN NEW;
            END $$""");
        for (String each : new String[] {"01", "02"}) {
            run("ALTER TABLE parted_" + each + " DROP CONSTRAINT parted_" + each
                    + "_provider_id_tstzrange_excl, DROP CONSTRAINT parted_" + each + "_patient_id_tstzrange_excl");
        }
        run("CREATE TRIGGER apart BEFORE INSERT ON parted FOR EACH ROW EXECUTE FUNCTION take()");
        race("a table of what is taken instead, no lock");
        cost("a table of what is taken instead", "parted");
    }

    /** Log and time of many visits that do not collide, one transaction each thousand. */
    private void cost(String what, String table) throws SQLException {
        run("TRUNCATE " + table + ", taken");
        run("CHECKPOINT");
        long begun = System.nanoTime();
        long wal = wal();
        run("INSERT INTO " + table
                + " SELECT gen_random_uuid(), md5((n % 200)::text)::uuid, md5('p' || n)::uuid, at, at + interval '30 minutes'"
                + " FROM (SELECT n, timestamptz '2027-01-01Z' + n / 200 * interval '30 minutes' AS at FROM generate_series(0, "
                + (VISITS - 1) + ") AS n) AS t");
        say(
                "%-45s %5d bytes of log a visit, %.2f ms",
                what, (wal() - wal) / VISITS, (System.nanoTime() - begun) / 1e6 / VISITS);
        run("TRUNCATE " + table + ", taken");
    }

    /** Two visits of one provider at once, on either side of the month's end, that overlap: neither sees the other before both have asked. */
    private void race(String what, String... before) throws Exception {
        run("TRUNCATE parted, taken");
        try (Connection one = database.connectAsSuperuser();
                Connection other = database.connectAsSuperuser()) {
            one.setAutoCommit(false);
            other.setAutoCommit(false);
            book(one, "2027-01-31 23:45Z", "2027-02-01 00:15Z", before);
            var second = CompletableFuture.supplyAsync(() -> {
                try {
                    book(other, "2027-02-01 00:00Z", "2027-02-01 00:30Z", before);
                    other.commit();
                    return "both are booked";
                } catch (SQLException refused) {
                    return "the second is refused (" + refused.getSQLState() + ")";
                }
            });
            while (!second.isDone() && waiting() == 0) {
                Thread.onSpinWait();
            }
            one.commit();
            say("%-45s two at once over the end of a month: %s", what, second.get());
        }
        run("TRUNCATE parted, taken");
    }

    private static void book(Connection connection, String from, String until, String... before) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String each : before) {
                statement.execute(each);
            }
            statement.execute("INSERT INTO parted VALUES (gen_random_uuid(), '" + PROVIDER + "', gen_random_uuid(), '"
                    + from + "', '" + until + "')");
        }
    }

    private long waiting() {
        return database.number("SELECT count(*) FROM pg_locks WHERE NOT granted");
    }

    private long wal() {
        return database.number("SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint");
    }

    private void run(String sql) {
        try (Connection connection = database.connectAsSuperuser();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException refused) {
            throw new IllegalStateException(sql, refused);
        }
    }

    private void say(String line, Object... values) {
        report.append(String.format(Locale.ROOT, line, values)).append('\n');
    }
}
