package health.miadi.shared.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;

import health.miadi.testing.Answer;
import health.miadi.testing.Api;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.TestPatient;
import health.miadi.testing.TestProvider;
import health.miadi.testing.server.ServerUnderTest;
import health.miadi.testing.server.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A streaming replica serves lists, searches and counts (R-SCALE-1, ADR 0063): everybody reads what was done before, on whichever
 * node; one that is late or away costs nobody an answer, and no decision is ever made on what it says.
 */
class ReadReplicaIT {
    private static final int TIMES = 12;
    private static final Duration SLOT = Duration.ofMinutes(30);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String ASKED =
            "SELECT coalesce(sum(calls), 0) FROM pg_stat_statements WHERE query LIKE '%pg_current_wal_flush_lsn%'";

    @TempDir
    Path data;

    @TempDir
    Path copy;

    @Test
    void aReplicaServesWhatItHasAndThePrimaryTheRest() throws Exception {
        try (TestDatabase database = TestDatabase.startDurable(data)) {
            TestDatabase replica = database.replicate(data, copy);
            try (ServerUnderTest server = ServerUnderTest.another(
                    "replica",
                    database,
                    // longer than as it comes: the machine of the tests has others to serve
                    Map.of("MIADI_DB_READ_URL", replica.url(), "MIADI_DB_READ_WAIT_MILLIS", "1500"))) {
                await().atMost(PATIENCE).until(() -> server.health("ready") == 200);
                new Story(server, database, replica).all();
            } finally {
                // it was killed
                replica.close();
            }
        }
    }

    private final class Story {
        private final ServerUnderTest server;
        private final TestDatabase database;
        private final TestDatabase replica;
        private final Clinic clinic;
        private final TestProvider provider;
        private final TestPatient patient;
        private Instant next;

        Story(ServerUnderTest server, TestDatabase database, TestDatabase replica) {
            this.server = server;
            this.database = database;
            this.replica = replica;
            this.clinic = Clinic.at(server);
            this.provider = clinic.aProvider().workingDaily("00:00", "24:00");
            this.patient = clinic.aPatient();
            this.next = provider.mondayAt("08:00");
        }

        void all() throws SQLException {
            everybodyReadsWhatWasDoneBefore();
            listsSearchesAndCountsComeFromIt();
            bookingAsksItNothing();
            lateItCostsNobodyAnAnswer();
            aReplicaOfAnotherDatabaseIsRefused();
            awayItCostsNobodyAnAnswer();
        }

        private Answer book() {
            Answer booked = patient.api()
                    .post("/appointments", Json.object("providerId", provider.id(), "start", next))
                    .expect(201);
            next = next.plus(SLOT);
            return booked;
        }

        private void listed(Api who, Answer booked) {
            assertThat(who.get("/appointments?patientId=" + patient.id() + "&limit=100")
                            .expect(200)
                            .text())
                    .contains(booked.at("/id"));
        }

        private boolean isOffered(Instant start) {
            return patient.api()
                    .get("/slots?providerId=" + provider.id() + "&from=" + start + "&to=" + start.plus(SLOT))
                    .expect(200)
                    .text()
                    .contains("\"start\":\"" + start + "\"");
        }

        /** Whoever wrote, here or on another node, and whoever else asks. */
        private void everybodyReadsWhatWasDoneBefore() {
            double served = metric("miadi_database_reads_total{served=\"replica\"}");
            for (int i = 0; i < TIMES; i++) {
                Instant start = next;
                assertThat(isOffered(start)).isTrue();
                Answer booked = book();
                listed(patient.api(), booked);
                listed(clinic.admin(), booked);
                assertThat(isOffered(start)).isFalse();
                UUID id = UUID.fromString(booked.at("/id"));
                database.update(
                        "UPDATE appointments SET reason = 'said on another node', version = version + 1 WHERE id = ?",
                        id);
                assertThat(provider.api()
                                .get("/appointments?limit=100")
                                .expect(200)
                                .text())
                        .contains("said on another node");
                database.update("UPDATE appointments SET reason = NULL WHERE id = ?", id);
            }
            assertThat(metric("miadi_database_reads_total{served=\"replica\"}") - served)
                    .isGreaterThan(TIMES);
            // R-REC-5: what the admin read of others is written down, where it can be
            assertThat(database.number(
                            "SELECT count(*) FROM audit_entries WHERE action = 'read' AND actor_role = 'admin'"))
                    .isGreaterThanOrEqualTo(TIMES);
        }

        private void listsSearchesAndCountsComeFromIt() {
            Api admin = clinic.admin();
            for (String path : new String[] {
                "/appointments?limit=1",
                "/patients?search=ient",
                "/providers?search=vider",
                "/specializations",
                "/users?search=admin",
                "/audit?limit=1",
                "/statistics?from=" + provider.monday() + "&to=" + provider.monday(),
                "/slots?providerId=" + provider.id() + "&from=" + next + "&to=" + next.plus(SLOT)
            }) {
                await().untilAsserted(() -> {
                    double before = metric("miadi_database_reads_total{served=\"replica\"}");
                    admin.get(path).expect(200);
                    assertThat(metric("miadi_database_reads_total{served=\"replica\"}"))
                            .as(path)
                            .isGreaterThan(before);
                });
            }
        }

        private void bookingAsksItNothing() {
            long asked = database.number(ASKED);
            Answer booked = book();
            patient.api().get("/appointments/" + booked.at("/id")).expect(200);
            assertThat(database.number(ASKED)).isEqualTo(asked);
        }

        private void lateItCostsNobodyAnAnswer() throws SQLException {
            onReplica("SELECT pg_wal_replay_pause()");
            Instant start = next;
            Answer booked = book();
            listed(patient.api(), booked);
            assertThat(isOffered(start)).isFalse();
            assertThat(metric("miadi_database_replica_used")).isZero();
            assertThat(metric("miadi_database_replica_missing_bytes")).isPositive();
            // a page that was shown before says that it is free: it is refused, with what is
            Answer refused = clinic.aPatient()
                    .api()
                    .post("/appointments", Json.object("providerId", provider.id(), "start", start))
                    .expect(409);
            assertThat(refused.json().at("/nextStarts").size()).isPositive();
            assertThat(server.logged()).containsOnlyOnce("The read replica is late");
            onReplica("SELECT pg_wal_replay_resume()");
            await().atMost(PATIENCE).untilAsserted(() -> {
                listed(patient.api(), booked);
                assertThat(metric("miadi_database_replica_used")).isEqualTo(1);
            });
        }

        /** Nor does a database that is no replica at all, be it the primary itself. */
        private void aReplicaOfAnotherDatabaseIsRefused() throws SQLException {
            try (TestDatabase other = TestDatabase.start()) {
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(said(replica, database)).isEmpty());
                assertThat(said(replica, other)).first(STRING).contains("is no replica of this database");
                assertThat(said(database, database)).first(STRING).contains("is no replica of this database");
            }
        }

        /** Why a node of that primary does not read from that replica, if it does not. */
        private List<String> said(TestDatabase asReplica, TestDatabase primary) throws SQLException {
            Map<String, String> settings = TestConfig.settings(primary);
            settings.put("miadi.db.read-url", asReplica.url());
            settings.put("miadi.db.read-wait-millis", "1500");
            List<String> said = new ArrayList<>();
            Logger log = Logger.getLogger(ReplicaGate.class.getName());
            Handler ear = new Handler() {
                @Override
                public void publish(LogRecord spoken) {
                    said.add(spoken.getMessage());
                }

                @Override
                public void flush() {}

                @Override
                public void close() {}
            };
            log.addHandler(ear);
            var node = new Replica(TestConfig.of(settings));
            try (Connection held = primary.connectAsApplication();
                    Connection caughtUp = node.caughtUp(held)) {
                assertThat(caughtUp == null).isEqualTo(!said.isEmpty());
                return said;
            } finally {
                node.close();
                log.removeHandler(ear);
            }
        }

        private void awayItCostsNobodyAnAnswer() {
            TestDatabase.kill(copy);
            Answer booked = book();
            listed(patient.api(), booked);
            listed(clinic.admin(), booked);
            assertThat(metric("miadi_database_replica_used")).isZero();
            assertThat(server.health("ready")).isEqualTo(200);
        }

        private void onReplica(String sql) throws SQLException {
            try (var connection = replica.connectAsSuperuser();
                    var statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }

        private double metric(String name) {
            String all = Api.at(server.address())
                    .as(ServerUnderTest.METRICS_TOKEN)
                    .outsideTheContract()
                    .get("//operator/metrics")
                    .expect(200)
                    .text();
            Matcher found =
                    Pattern.compile("(?m)^" + Pattern.quote(name) + " (\\S+)$").matcher(all);
            assertThat(found.find()).as(name).isTrue();
            return Double.parseDouble(found.group(1));
        }
    }
}
