package health.miadi.shared.persistence;

import static org.assertj.core.api.Assertions.assertThat;
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
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A node's database goes away under booking load and comes back (ADR 0035): the node books again by itself, nothing that was
 * acknowledged is lost, a request that is sent again with its key is booked once (R-BOOK-6), and meanwhile every answer is
 * {@code 503 unavailable} and comes within five seconds.
 */
class DatabaseFaultsIT {
    private static final int CLIENTS = 8;
    private static final int ENOUGH = 40;
    private static final int TERMINATIONS = 20;
    private static final long LONGEST_ANSWER_MILLIS = 5_000;
    private static final Duration SLOT = Duration.ofMinutes(30);
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** What a node has unless somebody says otherwise; the suite is more patient. */
    private static final Map<String, String> LIMITS = Map.of(
            "MIADI_DB_SOCKET_TIMEOUT_SECONDS", "5",
            "MIADI_DB_STATEMENT_TIMEOUT_SECONDS", "3",
            "MIADI_DB_LOCK_TIMEOUT_SECONDS", "2",
            "MIADI_DB_POOL_WAIT_MILLIS", "2000",
            "MIADI_DB_REQUEST_MILLIS", "4000");

    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicLong longestMillis = new AtomicLong();
    private final AtomicBoolean over = new AtomicBoolean();

    @TempDir
    Path data;

    @Test
    void aNodeWhoseDatabaseWentAwayComesBackByItself() throws Exception {
        TestDatabase database = TestDatabase.startDurable(data);
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try (ServerUnderTest server = ServerUnderTest.another("database-faults", database, LIMITS)) {
            await().atMost(PATIENCE).until(() -> server.health("ready") == 200);
            Clinic clinic = Clinic.at(server);
            String admin = clinic.accounts().open("admin", null);
            for (int i = 0; i < CLIENTS; i++) {
                TestProvider provider = clinic.aProvider().workingDaily("00:00", "24:00");
                TestPatient patient = clinic.aPatient();
                clients.execute(() -> book(clinic.as(admin), provider, patient));
            }
            booked("at first");
            // a node that has just started is slower
            longestMillis.set(0);

            // wherever in its transaction each of them is
            for (int time = 0; time < TERMINATIONS; time++) {
                terminateConnections(database);
                booked("after its connections were terminated", CLIENTS);
            }

            TestDatabase.kill(data);
            refusedMore();
            assertThat(server.health("live")).isEqualTo(200);
            await().atMost(PATIENCE).until(() -> server.health("ready") == 503);
            database = database.restart(data);
            booked("after a restart");

            TestDatabase.freeze(data);
            try {
                refusedMore();
                assertThat(server.health("live")).isEqualTo(200);
                assertThat(server.health("ready")).isEqualTo(503);
            } finally {
                TestDatabase.thaw(data);
            }
            booked("after it was frozen");

            over.set(true);
            clients.shutdown();
            assertThat(clients.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
            await().atMost(PATIENCE).until(() -> server.health("ready") == 200);
            assertThat(wrong).isEmpty();
            assertThat(database.number("SELECT count(*) FROM appointments")).isEqualTo(acknowledged.size());
            assertThat(acknowledged.values()).doesNotHaveDuplicates();
            System.out.printf(
                    "%d booked, %d times 503, longest answer %d ms%n",
                    acknowledged.size(), refused.get(), longestMillis.get());
            assertThat(longestMillis.get()).isLessThanOrEqualTo(LONGEST_ANSWER_MILLIS);
        } finally {
            over.set(true);
            clients.shutdownNow();
            database.close();
        }
    }

    /** Sends each request until it is booked, with the same key. */
    private void book(Api api, TestProvider provider, TestPatient patient) {
        Instant start = provider.mondayAt("00:00");
        while (!over.get() && wrong.isEmpty()) {
            String key = Clinic.unique();
            var body = Json.object("providerId", provider.id(), "patientId", patient.id(), "start", start);
            while (!acknowledged.containsKey(key)) {
                try {
                    judge(key, api.with("Idempotency-Key", key).post("/appointments", body));
                } catch (RuntimeException | AssertionError unexpected) {
                    wrong.add(unexpected.toString());
                }
                if (!wrong.isEmpty()) {
                    return;
                }
            }
            start = start.plus(SLOT);
        }
    }

    private void judge(String key, Answer answer) {
        longestMillis.accumulateAndGet(answer.took().toMillis(), Math::max);
        if (answer.status() == 201) {
            acknowledged.put(key, answer.at("/id"));
        } else if (answer.status() == 503 || answer.status() == 409) {
            // 409: the first try's commit went through unanswered, or is not yet known to have failed
            answer.expectProblem(answer.status(), answer.status() == 503 ? "unavailable" : "idempotency-in-flight");
            assertThat(answer.status() == 409 || answer.header("Retry-After").isPresent())
                    .isTrue();
            refused.incrementAndGet();
        } else {
            wrong.add(answer.toString());
        }
    }

    private void booked(String when) {
        booked(when, ENOUGH);
    }

    private void booked(String when, int many) {
        int before = acknowledged.size();
        await(when).atMost(PATIENCE).until(() -> !wrong.isEmpty() || acknowledged.size() >= before + many);
        assertThat(wrong).as(when).isEmpty();
    }

    private void refusedMore() {
        int before = refused.get();
        await().atMost(PATIENCE).until(() -> !wrong.isEmpty() || refused.get() >= before + CLIENTS);
        assertThat(wrong).isEmpty();
    }

    private static void terminateConnections(TestDatabase database) throws SQLException {
        try (var connection = database.connectAsSuperuser();
                var statement = connection.createStatement()) {
            statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    + " WHERE usename = 'miadi' AND pid <> pg_backend_pid()");
        }
    }
}
