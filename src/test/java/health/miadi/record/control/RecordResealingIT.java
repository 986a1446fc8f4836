package health.miadi.record.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.miadi.identity.entity.TimeCode;
import health.miadi.testing.Answer;
import health.miadi.testing.Api;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.Login;
import health.miadi.testing.TestProvider;
import health.miadi.testing.server.ServerUnderTest;
import health.miadi.testing.server.TestDatabase;
import health.miadi.testing.server.TestKeys;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("R-REC-4: a new key takes over while the application runs")
@Tag("payara-only")
class RecordResealingIT {
    private static final int RECORDS = 3_000;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String OF_OLD = "SELECT count(*) FROM medical_record_versions WHERE key_id = 'old'";

    private final String oldKey = TestKeys.recordKey("old");
    private final String newKey = TestKeys.recordKey("new");
    private final TestDatabase database = TestDatabase.start();
    private final byte[] secret = TimeCode.newSecret();

    @Test
    @DisplayName("through a kill and with everybody at work, until the former key can go")
    void rotation() throws Exception {
        try (database) {
            Map<String, String> both =
                    Map.of("MIADI_RECORDS_KEYS", newKey + "," + oldKey, "MIADI_RECORDS_RESEAL_SECONDS", "1");
            ServerUnderTest killed = server("records-both", both);
            Clinic clinic = Clinic.at(killed);
            String admin = clinic.accounts().open("admin", null);
            UUID provider = clinic.aProviderWithoutAccount("UTC");
            String providerToken = clinic.accounts().open("provider", provider);
            UUID patient = clinic.aPatient().id();
            Login app = clinic.accounts().adminLogin();
            addApp(app, secret);
            List<UUID> visits =
                    new SealedRows(database, oldKey).records(provider, patient, RECORDS, i -> "Diagnosis " + i);
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> remaining() < RECORDS);
            killed.kill();
            long left = remaining();
            assertThat(left).as("killed in the middle").isPositive().isLessThan(RECORDS);

            List<Integer> amended = new ArrayList<>();
            try (ServerUnderTest second = killed.successor("records-both-again", database, both)) {
                Api api = Api.at(second.address()).as(providerToken);
                for (int i = 0; remaining() > 0 || i < 20; i += 7) {
                    amend(api, visits.get(i % RECORDS), i);
                    amended.add(i % RECORDS);
                }
                Answer progress = Api.at(second.address()).as(admin).get("/records/encryption");
                assertThat(progress.expect(200).at("/currentKey")).isEqualTo("new");
                assertThat(progress.at("/remaining")).isEqualTo("0");
                assertThat(progress.at("/unreadable")).isEqualTo("0");
                assertThat(progress.json().at("/secrets"))
                        .isEqualTo(Json.object("total", 1, "remaining", 0, "unreadable", 0));
                assertThat(progress.at("/total")).isEqualTo(Long.toString(RECORDS + amended.size()));
                await().atMost(PATIENCE)
                        .until(() -> second.logged().contains("versions sealed anew with key new, 0 of"));
            }
            withTheNewKeyAlone(killed, providerToken, admin, visits, amended, app);
        }
    }

    private void withTheNewKeyAlone(
            ServerUnderTest killed,
            String providerToken,
            String admin,
            List<UUID> visits,
            List<Integer> amended,
            Login app) {
        try (ServerUnderTest last = killed.successor("records-new", database, Map.of("MIADI_RECORDS_KEYS", newKey))) {
            Api api = Api.at(last.address()).as(providerToken);
            for (int i = 0; i < RECORDS; i += 500) {
                assertThat(api.get(path(visits.get(i))).expect(200).at("/diagnosis"))
                        .isIn("Diagnosis " + i, "Amended");
            }
            for (int i : amended) {
                Answer record = api.get(path(visits.get(i))).expect(200);
                assertThat(record.at("/diagnosis")).isEqualTo("Amended");
                assertThat(api.get("/records/" + record.at("/id") + "/versions")
                                .expect(200)
                                .at("/items/0/diagnosis"))
                        .isEqualTo("Diagnosis " + i);
            }
            Clinic clinic = Clinic.at(last);
            // R-AUTH-10: an app that was set up before goes on
            clinic.anonymous()
                    .post(
                            "/auth/login",
                            Json.object(
                                    "username",
                                    app.username(),
                                    "password",
                                    app.password(),
                                    "code",
                                    TimeCode.at(
                                            secret,
                                            TimeCode.step(Clock.systemUTC().instant()))))
                    .expect(200);
            // a value of a lost key comes to light
            addApp(clinic.accounts().adminLogin(), TimeCode.newSecret());
            TestProvider stranger = clinic.aProvider();
            List<UUID> lost = new SealedRows(database, oldKey)
                    .records(stranger.id(), clinic.aPatient().id(), 1, i -> "Lost");
            Api reader = stranger.api();
            reader.get(path(lost.get(0))).expectProblem(500, "record-unreadable");
            assertThat(reader.get("/records").expect(200).at("/items/0/readable"))
                    .isEqualTo("false");
            Answer progress =
                    Api.at(last.address()).as(admin).get("/records/encryption").expect(200);
            assertThat(progress.at("/unreadable")).isEqualTo("1");
            assertThat(progress.at("/missingKeys/0")).isEqualTo("old");
            assertThat(progress.json().at("/secrets"))
                    .isEqualTo(Json.object("total", 2, "remaining", 0, "unreadable", 1));
            assertThat(last.logged())
                    .contains("cannot be read: its key is not configured")
                    .doesNotContain("Lost");
        }
    }

    private void addApp(Login login, byte[] itsSecret) {
        UUID user = UUID.fromString(database.texts("SELECT id::text FROM users WHERE username = ?", login.username())
                .get(0));
        database.update(
                "INSERT INTO authenticator_apps (user_id, key_id, secret, created_at, confirmed_at) VALUES (?, 'old', ?, now(), now())",
                user,
                new SealedRows(database, oldKey).secret(itsSecret, user));
        database.update("UPDATE users SET has_second_factor = true WHERE id = ?", user);
    }

    private static void amend(Api api, UUID visit, int round) {
        Answer seen = api.get(path(visit)).expect(200);
        assertThat(seen.at("/diagnosis")).as("round %s", round).isIn("Amended", "Diagnosis " + round);
        // the job changes nothing that a tag is of
        api.ifMatch(seen.etag())
                .put(path(visit), Json.object("diagnosis", "Amended"))
                .expect(200);
    }

    private ServerUnderTest server(String name, Map<String, String> environment) {
        return ServerUnderTest.another(name, database, environment);
    }

    private long remaining() {
        return database.number(OF_OLD);
    }

    private static String path(UUID visit) {
        return "/appointments/" + visit + "/record";
    }
}
