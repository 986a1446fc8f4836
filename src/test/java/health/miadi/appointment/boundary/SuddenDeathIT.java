package health.miadi.appointment.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.miadi.testing.Answer;
import health.miadi.testing.Api;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.TestPatient;
import health.miadi.testing.TestProvider;
import health.miadi.testing.server.ServerUnderTest;
import health.miadi.testing.server.TestDatabase;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * R-BOOK-6: database and server are killed during a burst of bookings. Every booking that was acknowledged is there
 * after the restart, and every request can be sent again with its key and is then booked exactly once.
 */
@Tag("payara-only")
class SuddenDeathIT {

    private static final int CLIENTS = 8;
    private static final int ACKNOWLEDGED_BEFORE_DEATH = 100;
    private static final Duration SLOT = Duration.ofMinutes(30);
    private static final long LIMIT_SECONDS = 120;

    /** A booking as it was sent: the same again means the same key and the same body. */
    private record Request(String key, ObjectNode body) {
        Answer send(Api api) {
            return api.with("Idempotency-Key", key).post("/appointments", body);
        }
    }

    private final Queue<Request> sent = new ConcurrentLinkedQueue<>();
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
    private final CountDownLatch enough = new CountDownLatch(ACKNOWLEDGED_BEFORE_DEATH);

    @TempDir
    Path data;

    @Test
    void losesNothingThatWasAcknowledged() throws Exception {
        String admin;
        ServerUnderTest dead;
        try (TestDatabase before = TestDatabase.startDurable(data);
                ServerUnderTest server = ServerUnderTest.another("sudden-death", before)) {
            Clinic clinic = Clinic.at(server);
            admin = clinic.accounts().open("admin", null);
            burst(clinic, admin, server);
            dead = server;
        }
        try (TestDatabase after = TestDatabase.startDurable(data)) {
            assertNothingIsHalfThere(after);
            try (ServerUnderTest successor = dead.successor("sudden-death-after", after)) {
                sendAllAgain(Api.at(successor.address()).as(admin));
            }
            assertThat(after.number("SELECT count(*) FROM appointments")).isEqualTo(sent.size());
            assertThat(after.number(Overlaps.COUNT)).isZero();
        }
    }

    private void burst(Clinic clinic, String admin, ServerUnderTest server) throws InterruptedException {
        TestProvider provider = clinic.aProvider().workingDaily("00:00", "24:00");
        List<TestPatient> patients =
                IntStream.range(0, CLIENTS).mapToObj(i -> clinic.aPatient()).toList();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        for (int i = 0; i < CLIENTS; i++) {
            TestPatient patient = patients.get(i);
            Instant first = provider.mondayAt("00:00").plus(SLOT.multipliedBy(i));
            clients.execute(() -> bookUntilDeath(clinic.as(admin).outsideTheContract(), provider, patient, first));
        }
        assertThat(enough.await(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        TestDatabase.kill(data);
        server.kill();
        clients.shutdown();
        assertThat(clients.awaitTermination(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    private void bookUntilDeath(Api api, TestProvider provider, TestPatient patient, Instant first) {
        for (Instant start = first; ; start = start.plus(SLOT.multipliedBy(CLIENTS))) {
            Request request = new Request(
                    Clinic.unique(),
                    Json.object("providerId", provider.id(), "patientId", patient.id(), "start", start));
            sent.add(request);
            try {
                Answer answer = request.send(api);
                if (answer.status() != 201) {
                    return; // the database is dead already
                }
                acknowledged.put(request.key(), answer.at("/id"));
                enough.countDown();
            } catch (UncheckedIOException dead) {
                return;
            }
        }
    }

    private void assertNothingIsHalfThere(TestDatabase after) {
        long booked = after.number("SELECT count(*) FROM appointments");
        assertThat(booked).isBetween((long) acknowledged.size(), (long) sent.size());
        assertThat(after.number("SELECT count(*) FROM idempotency_keys"))
                .as("a booking has its key, and a key its booking")
                .isEqualTo(booked);
    }

    private void sendAllAgain(Api api) {
        for (Request request : sent) {
            Answer answer = request.send(api).expect(201);
            String known = acknowledged.getOrDefault(request.key(), answer.at("/id"));
            assertThat(answer.at("/id")).as("%s", request.key()).isEqualTo(known);
            api.get("/appointments/" + known).expect(200);
        }
    }
}
