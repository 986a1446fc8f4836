package health.miadi.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.miadi.record.control.SealedRows;
import health.miadi.testing.Answer;
import health.miadi.testing.Api;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.TestPatient;
import health.miadi.testing.TestProvider;
import health.miadi.testing.server.ServerUnderTest;
import health.miadi.testing.server.TestDatabase;
import health.miadi.testing.server.TestKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A clinic comes back from its backups, by the commands of {@code docs/operating.md}: to a moment, and from a dump. */
class BackupFaults {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration SLOT = Duration.ofMinutes(30);

    private final String recordKey = TestKeys.recordKey("backup");
    private final TestKeys keys = TestKeys.generate("faults-backup");
    private final Path backups = Program.directory("backups");
    private final List<Integer> ports = Stage.freePorts(5);

    @Test
    void backToAMomentAndFromADump() throws Exception {
        Program.run(Program.withoutPower(List.of("mkdir", backups.resolve("wal").toString())));
        OwnPostgres first = OwnPostgres.make("backed-up", ports.get(0));
        List<UUID> before = new ArrayList<>();
        List<UUID> after = new ArrayList<>();
        String moment;
        TestProvider provider;
        TestPatient patient;
        TestPatient erased;
        UUID visit;
        try {
            first.start(
                    "archive_mode=on",
                    "archive_command=test ! -f " + backups + "/wal/%f && cp %p " + backups + "/wal/%f");
            TestDatabase database = TestDatabase.makeIn("127.0.0.1:" + first.port());
            try (ServerUnderTest node = node("first", database)) {
                Clinic clinic = Clinic.at(node);
                provider = clinic.aProvider().workingDaily("00:00", "24:00");
                patient = clinic.aPatient();
                erased = clinic.aPatient();
                visit = new SealedRows(database, recordKey)
                        .records(provider.id(), patient.id(), 1, i -> "Malaria")
                        .get(0);
                Instant start = provider.mondayAt("00:00");
                start = book(clinic.admin(), provider, patient, start, before);
                Recipe.run("a base backup", environment(first, ""));
                start = book(clinic.admin(), provider, patient, start, before);
                moment = database.texts("SELECT clock_timestamp()::text").get(0);
                book(clinic.admin(), provider, patient, start, after);
                erase(clinic.admin(), erased.id());
                Recipe.run("who was erased", environment(first, ""));
                assertThat(Files.readAllLines(backups.resolve("erased")))
                        .contains(erased.id().toString());
                first.execute("postgres", "SELECT pg_switch_wal()");
                await().atMost(PATIENCE).until(() -> isArchived(first, moment));
            }
        } finally {
            first.close();
        }

        Path restored = Program.directory("restored").resolve("data");
        Map<String, String> goBack = new HashMap<>(environment(first, moment));
        goBack.put("DATA", restored.toString());
        Recipe.run("go back to $MOMENT", goBack);
        OwnPostgres second = OwnPostgres.in(restored, "restored", ports.get(1));
        OwnPostgres third = OwnPostgres.make("from-dump", ports.get(2));
        try {
            second.start();
            TestDatabase database = TestDatabase.foundIn("127.0.0.1:" + second.port());
            await().atMost(PATIENCE).until(() -> !second.isRecovering());
            try (ServerUnderTest node = node("restored", database)) {
                Clinic clinic = Clinic.at(node);
                isThere(clinic, before, after, provider, visit);
                // a former clinic's erasures are done again
                for (String id : Files.readAllLines(backups.resolve("erased"))) {
                    erase(clinic.admin(), UUID.fromString(id));
                }
                clinic.admin().get("/patients/" + erased.id()).expect(404);
                book(
                        clinic.admin(),
                        provider,
                        patient,
                        provider.mondayAt("00:00").plus(SLOT.multipliedBy(60)),
                        before);
            }
            Recipe.run("a dump", environment(second, ""));
            second.stop();

            third.start();
            Recipe.run("from a dump", environment(third, ""));
            TestDatabase dumped = TestDatabase.foundIn("127.0.0.1:" + third.port());
            try (ServerUnderTest node = node("from-dump", dumped)) {
                Clinic clinic = Clinic.at(node);
                isThere(clinic, before, after, provider, visit);
                clinic.admin().get("/patients/" + erased.id()).expect(404);
            }
        } finally {
            second.close();
            third.close();
            Program.run(List.of("rm", "-rf", backups.toString()));
        }
    }

    private ServerUnderTest node(String name, TestDatabase database) {
        ServerUnderTest node = ServerUnderTest.at(
                ports.get(3),
                ports.get(4),
                "faults-backup-" + name,
                database,
                keys,
                Map.of("MIADI_RECORDS_KEYS", recordKey, "MIADI_STOP_DRAIN_SECONDS", "0"));
        await().atMost(PATIENCE).until(() -> node.health("ready") == 200);
        return node;
    }

    private Map<String, String> environment(OwnPostgres postgres, String moment) {
        return Map.of(
                "PGHOST",
                "127.0.0.1",
                "PGPORT",
                Integer.toString(postgres.port()),
                "PGUSER",
                "postgres",
                "BACKUPS",
                backups.toString(),
                "MOMENT",
                moment);
    }

    /** Ten more, from that time on; answers the time after them. */
    private static Instant book(Api api, TestProvider provider, TestPatient patient, Instant from, List<UUID> booked) {
        Instant start = from;
        for (int i = 0; i < 10; i++) {
            Answer answer = api.post(
                            "/appointments",
                            Json.object("providerId", provider.id(), "patientId", patient.id(), "start", start))
                    .expect(201);
            booked.add(UUID.fromString(answer.at("/id")));
            start = start.plus(SLOT);
        }
        return start;
    }

    private static void erase(Api admin, UUID patient) {
        String path = "/patients/" + patient;
        admin.ifMatch(admin.get(path).expect(200).etag()).delete(path).expect(204);
    }

    private static boolean isArchived(OwnPostgres postgres, String moment) throws Exception {
        try (var connection = postgres.connect("postgres");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT last_archived_time > timestamptz '" + moment
                        + "' AND last_archived_wal >= pg_walfile_name(pg_current_wal_lsn() - 16777216)"
                        + " FROM pg_stat_archiver")) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    /** All that was there then, nothing of later, the records with their keys, and the trail unbroken. */
    private static void isThere(Clinic clinic, List<UUID> before, List<UUID> after, TestProvider provider, UUID visit) {
        Api admin = clinic.admin();
        for (UUID each : before) {
            admin.get("/appointments/" + each).expect(200);
        }
        for (UUID each : after) {
            admin.get("/appointments/" + each).expect(404);
        }
        String account = clinic.database()
                .texts("SELECT id::text FROM users WHERE person_id = ?", provider.id())
                .get(0);
        String session = clinic.accounts().openSession(UUID.fromString(account)).toString();
        Api itsProvider = clinic.as(clinic.accounts().token(claims -> claims.subject(account)
                .claim("sid", session)
                .claim("upn", "provider")
                .claim("groups", List.of("provider"))
                .claim("personId", provider.id().toString())));
        assertThat(itsProvider
                        .get("/appointments/" + visit + "/record")
                        .expect(200)
                        .at("/diagnosis"))
                .isEqualTo("Malaria");
        assertThat(admin.get("/records/encryption")
                        .expect(200)
                        .json()
                        .at("/missingKeys")
                        .isEmpty())
                .isTrue();
        assertThat(admin.get("/audit/verify").expect(200).at("/holds")).isEqualTo("true");
    }
}
