package health.miadi.shared.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import health.miadi.shared.time.SystemClock;
import health.miadi.testing.server.TestDatabase;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A database that a node cannot work with is said in one sentence, and nothing in it changes (ADR 0041). */
@Tag("no-server")
class DatabaseAtStartIT {
    private static final Clock CLOCK = SystemClock.create();

    /** All that a start could change, as far as a fault lets it. */
    private static final String STATE = """
            SELECT concat_ws(' ', c.oid, c.relname, c.relowner, c.relacl) FROM pg_class c
                WHERE c.relnamespace = 'public'::regnamespace
            UNION ALL SELECT extname FROM pg_extension
            UNION ALL SELECT query_to_xml('SELECT * FROM flyway_schema_history', true, true, '')::text
                WHERE to_regclass('flyway_schema_history') IS NOT NULL
            ORDER BY 1
            """;

    private @Nullable TestDatabase opened;
    private final Map<String, String> settings = new HashMap<>();

    @AfterEach
    void close() {
        if (opened != null) {
            opened.close();
        }
    }

    private TestDatabase use(TestDatabase database) {
        opened = database;
        settings.putAll(TestConfig.settings(database));
        settings.put("miadi.db.start-wait-seconds", "0");
        settings.put("miadi.phone.country-code", "254");
        return database;
    }

    private void refused(TestDatabase database, String sentence) {
        refused(database, sentence, CLOCK);
    }

    private void refused(TestDatabase database, String sentence, Clock clock) {
        List<String> before = database.texts(STATE);
        assertThatThrownBy(() -> SchemaMigration.migrate(config(), clock))
                .isInstanceOf(UnusableDatabaseException.class)
                .hasMessageStartingWith("Miadi cannot start: ")
                .hasMessageContaining(sentence)
                .hasMessageNotContainingAny(TestDatabase.password(), "hunter2", "\n");
        assertThat(database.texts(STATE)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"nonsense", "jdbc:mysql://localhost/miadi?password=hunter2", "jdbc:postgresql://localhost:x/y"})
    void anAddressOfSomethingElse(String url) {
        TestDatabase database = use(TestDatabase.start());
        settings.put("miadi.db.url", url);
        refused(database, "is no address of a PostgreSQL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:1", "nowhere.invalid:5432"})
    void anAddressToNowhere(String host) {
        TestDatabase database = use(TestDatabase.start());
        settings.put("miadi.db.url", "jdbc:postgresql://" + host + "/miadi?user=me&password=hunter2");
        refused(database, "the database " + host + "/miadi was away");
    }

    @Test
    void aDatabaseThatDoesNotExist() {
        TestDatabase database = use(TestDatabase.start());
        settings.put("miadi.db.url", database.url() + "_of_others");
        refused(database, "there is no database ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"miadi.db.password", "miadi.db.owner-password"})
    void aWrongPassword(String setting) throws SQLException {
        TestDatabase database = use(TestDatabase.start());
        demandPasswords(database);
        settings.put(setting, "hunter2");
        refused(database, setting.contains("owner") ? "MIADI_DB_OWNER_USER in" : "MIADI_DB_USER in");
        settings.put(setting, "");
        refused(database, "let MIADI_DB_");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CREATE TABLE shop (id int)", "CREATE VIEW shop AS SELECT 1", "CREATE SEQUENCE shop"})
    void theDatabaseOfAnotherApplication(String theirs) {
        TestDatabase database = use(TestDatabase.start());
        database.update(theirs);
        refused(database, "tables of another application");
    }

    @Test
    void theMigrationsOfAnotherApplication() {
        TestDatabase database = use(TestDatabase.startMigrated());
        database.update("UPDATE flyway_schema_history SET version = '9' || version");
        refused(database, "migrations of another application");
    }

    @ParameterizedTest
    @ValueSource(strings = {"29990101000000", "20261121193001"})
    void aNewerMiadi(String version) {
        TestDatabase database = use(TestDatabase.startMigrated());
        database.update(
                "INSERT INTO flyway_schema_history SELECT 1000, ?, 'later', type, script, checksum, installed_by,"
                        + " installed_on, execution_time, success FROM flyway_schema_history WHERE installed_rank = 1",
                version);
        refused(database, "newer version of Miadi");
    }

    @Test
    void noRightToCreateTheExtensions() throws SQLException {
        TestDatabase database = use(TestDatabase.start());
        asSuperuser(database, "REVOKE ALL ON DATABASE " + nameOf(database) + " FROM miadi_owner");
        refused(database, "let a superuser run CREATE EXTENSION");
    }

    @Test
    void noRightToCreateTables() throws SQLException {
        TestDatabase database = use(TestDatabase.start());
        asSuperuser(database, "ALTER SCHEMA public OWNER TO postgres");
        refused(database, "may not create tables");
    }

    @Test
    void tablesOfAnotherOwner() {
        TestDatabase database = use(TestDatabase.startMigrated());
        settings.remove("miadi.db.owner-user");
        refused(database, "belong to another role");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SUPERUSER", "IN ROLE miadi_owner", "IN ROLE pg_write_all_data"})
    void anApplicationThatMayTooMuch(String power) throws SQLException {
        TestDatabase database = use(TestDatabase.startMigrated());
        asSuperuser(database, "CREATE ROLE grasping LOGIN PASSWORD '" + TestDatabase.password() + "' " + power);
        try {
            settings.put("miadi.db.user", "grasping");
            refused(database, "may do what the owner");
        } finally {
            asSuperuser(database, "DROP ROLE grasping");
        }
    }

    /** Nodes that start together on an empty database: one makes the schema, the others wait for it. */
    @Test
    void manyNodesAtOnce() {
        use(TestDatabase.start());
        List<CompletableFuture<Integer>> nodes = IntStream.range(0, 6)
                .mapToObj(node -> CompletableFuture.supplyAsync(() -> SchemaMigration.migrate(config(), CLOCK)))
                .toList();
        assertThat(nodes.stream().mapToInt(CompletableFuture::join).filter(migrations -> migrations > 0))
                .hasSize(1);
    }

    @Test
    void anApplicationThatMayNotConnect() throws SQLException {
        TestDatabase database = use(TestDatabase.startMigrated());
        asSuperuser(database, "REVOKE CONNECT ON DATABASE " + nameOf(database) + " FROM PUBLIC");
        refused(database, "MIADI_DB_USER may not connect to the database");
    }

    /** A warning is enough where nobody asked for two roles. */
    @Test
    void oneRoleForEverythingIsNoFault() {
        use(TestDatabase.start());
        settings.put("miadi.db.user", "miadi_owner");
        settings.remove("miadi.db.owner-user");
        assertThatCode(() -> SchemaMigration.migrate(config(), CLOCK)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"require", "verify-full"})
    void encryptionThatTheDatabaseDoesNotOffer(String mode) {
        TestDatabase database = use(TestDatabase.start());
        settings.put("miadi.db.url", database.url() + "?sslmode=" + mode);
        refused(database, "demands encryption");
    }

    @ParameterizedTest
    @ValueSource(ints = {-6, 6})
    void clocksThatDiffer(int minutes) {
        refused(
                use(TestDatabase.start()),
                minutes < 0 ? "behind the database's" : "ahead of the database's",
                Clock.offset(CLOCK, Duration.ofMinutes(minutes)));
    }

    /** And the extensions that are proved are those that the migrations create. */
    @Test
    void clocksThatDifferLittleAndAnEmptyDatabase() {
        TestDatabase database = use(TestDatabase.start());
        assertThat(SchemaMigration.migrate(config(), Clock.offset(CLOCK, Duration.ofMinutes(4))))
                .isPositive();
        assertThat(SchemaMigration.migrate(config(), CLOCK)).isZero();
        assertThat(database.texts(
                        "SELECT extname FROM pg_extension WHERE extname NOT IN ('plpgsql', 'pg_stat_statements')"))
                .containsExactlyInAnyOrderElementsOf(DatabaseProof.EXTENSIONS);
    }

    @Test
    void oneThatIsAwayIsWaitedFor() throws SQLException {
        TestDatabase database = use(TestDatabase.startMigrated());
        settings.put("miadi.db.start-wait-seconds", "90");
        Queue<String> said = new ConcurrentLinkedQueue<>();
        Handler ear = listeningTo(said);
        Logger logger = Logger.getLogger(DatabaseArrival.class.getName());
        logger.addHandler(ear);
        try {
            inAnother(database, "ALTER DATABASE " + nameOf(database) + " ALLOW_CONNECTIONS false");
            var started = CompletableFuture.supplyAsync(() -> SchemaMigration.migrate(config(), CLOCK));
            await().until(() -> !said.isEmpty());
            assertThat(said.element())
                    .contains("Waiting for the database 127.0.0.1:")
                    .doesNotContain("miadi_owner", TestDatabase.password());
            assertThat(started).isNotDone();
            inAnother(database, "ALTER DATABASE " + nameOf(database) + " ALLOW_CONNECTIONS true");
            assertThat(started.join()).isZero();
        } finally {
            logger.removeHandler(ear);
        }
    }

    /** R-SCALE-2: the former version goes on with a database that is as it was, wherever in the upgrade it failed. */
    @Test
    void aMigrationThatFailsChangesNothing() {
        TestDatabase database = use(TestDatabase.start());
        database.migrateTo("20261122022000");
        // one of the last has no room for its table
        database.update("CREATE TABLE emergency_openings (id int)");
        refused(database, "the migration 20261130130000 of the database failed (SQL state 42P07, line ");
        database.update("INSERT INTO users (id, username, role, enabled, created_at, updated_at)"
                + " VALUES (gen_random_uuid(), 'goes-on', 'admin', true, now(), now())");

        database.update("DROP TABLE emergency_openings");
        assertThat(SchemaMigration.migrate(config(), CLOCK)).isPositive();
    }

    private static Handler listeningTo(Queue<String> said) {
        return new Handler() {
            @Override
            public void publish(LogRecord spoken) {
                said.add(new SimpleFormatter().formatMessage(spoken));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }

    private Config config() {
        return TestConfig.of(settings);
    }

    private static String nameOf(TestDatabase database) {
        return database.url().substring(database.url().lastIndexOf('/') + 1);
    }

    /** The PostgreSQL of the tests asks nobody for one otherwise. */
    private static void demandPasswords(TestDatabase database) throws SQLException {
        asSuperuser(database, """
                CREATE TEMPORARY TABLE lines (line text);
                INSERT INTO lines VALUES ('host %s miadi,miadi_owner 127.0.0.1/32 scram-sha-256');
                INSERT INTO lines SELECT regexp_split_to_table(pg_read_file(current_setting('hba_file')), '\\n');
                DO $$ BEGIN
                    EXECUTE format('COPY lines TO %%L', current_setting('hba_file'));
                    PERFORM pg_reload_conf();
                END $$
                """.formatted(nameOf(database)));
        await().until(() -> {
            try {
                database.connectAsApplication().close();
                database.connectWith("wrong").close();
                return false;
            } catch (SQLException asked) {
                return true;
            }
        });
    }

    private static void asSuperuser(TestDatabase database, String sql) throws SQLException {
        try (var connection = database.connectAsSuperuser();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** From a database that takes connections whatever happens to this one. */
    private static void inAnother(TestDatabase database, String sql) throws SQLException {
        try (TestDatabase other = TestDatabase.start()) {
            asSuperuser(other, sql);
        }
    }
}
