package health.miadi.shared.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.miadi.testing.Answer;
import health.miadi.testing.Api;
import health.miadi.testing.Clinic;
import health.miadi.testing.EventStream;
import health.miadi.testing.Json;
import health.miadi.testing.SuiteServer;
import health.miadi.testing.TestPatient;
import health.miadi.testing.TestProvider;
import health.miadi.testing.server.ServerUnderTest;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * One of two nodes is told to stop under booking load (ADR 0045): whoever goes where readiness is up, and tries once more at
 * the other node, loses no request, and nobody gets a page of the server's own.
 */
class DrainIT {
    private static final int CLIENTS = 4;
    private static final int ENOUGH = 40;
    private static final Duration SLOT = Duration.ofMinutes(30);
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final AtomicInteger triedAgain = new AtomicInteger();
    private final AtomicInteger servedWhileDraining = new AtomicInteger();
    private final AtomicBoolean ready = new AtomicBoolean(true);
    private final AtomicBoolean saidNotReady = new AtomicBoolean();
    private final AtomicBoolean draining = new AtomicBoolean();
    private final AtomicBoolean over = new AtomicBoolean();

    @Test
    void nobodyLosesARequest() throws Exception {
        Clinic clinic = Clinic.ofTheSuite();
        String admin = clinic.accounts().open("admin", null);
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS + 1);
        ServerUnderTest going =
                SuiteServer.get().successor("drained-node", clinic.database(), Map.of("MIADI_STOP_DRAIN_SECONDS", "5"));
        try {
            await().atMost(PATIENCE).until(() -> going.health("ready") == 200);
            Api staying = clinic.as(admin);
            Api leaving = Api.at(going.address()).as(admin);
            for (int i = 0; i < CLIENTS; i++) {
                TestProvider provider = clinic.aProvider().workingDaily("00:00", "24:00");
                TestPatient patient = clinic.aPatient();
                threads.execute(() -> book(leaving, staying, provider, patient));
            }
            acknowledgedMore();
            try (EventStream watching = EventStream.open(going.address(), "/slots/events", admin, null)) {
                threads.execute(() -> watch(going));
                draining.set(true);
                var stopped = CompletableFuture.runAsync(going::close);
                watching.awaitEnd();
                assertThat(stopped).as("streams end first").isNotDone();
                stopped.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            }
            assertThat(ready).isFalse();
            assertThat(saidNotReady).as("not ready before it is gone").isTrue();
            assertThat(going.logged()).contains("This node stops");
            acknowledgedMore();
            over.set(true);
            threads.shutdown();
            assertThat(threads.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
            assertThat(wrong).isEmpty();
            assertThat(acknowledged.values()).doesNotHaveDuplicates();
            assertThat(clinic.database()
                            .number(
                                    "SELECT count(*) FROM appointments WHERE id = ANY (string_to_array(?, ',')::uuid[])",
                                    String.join(",", acknowledged.values())))
                    .isEqualTo(acknowledged.size());
            System.out.printf(
                    "%d booked, %d of them by the node that was stopping, %d tried twice%n",
                    acknowledged.size(), servedWhileDraining.get(), triedAgain.get());
        } finally {
            over.set(true);
            threads.shutdownNow();
            going.kill();
        }
    }

    /** As a load balancer does. */
    private void watch(ServerUnderTest node) {
        while (!over.get()) {
            try {
                boolean now = node.health("ready") == 200;
                ready.set(now);
                saidNotReady.compareAndSet(false, !now);
            } catch (UncheckedIOException gone) {
                ready.set(false);
            }
        }
    }

    private void book(Api leaving, Api staying, TestProvider provider, TestPatient patient) {
        Instant start = provider.mondayAt("00:00");
        while (!over.get() && wrong.isEmpty()) {
            String key = Clinic.unique();
            var body = Json.object("providerId", provider.id(), "patientId", patient.id(), "start", start);
            try {
                boolean first = ready.get();
                if (!first || !isBooked(leaving, key, body)) {
                    triedAgain.addAndGet(first ? 1 : 0);
                    acknowledge(key, staying.with("Idempotency-Key", key).post("/appointments", body));
                }
            } catch (RuntimeException | AssertionError unexpected) {
                wrong.add(unexpected.toString());
            }
            start = start.plus(SLOT);
        }
    }

    /** Whether the node that may be stopping took it; any answer of its is the application's. */
    private boolean isBooked(Api node, String key, Object body) {
        try {
            Answer answer = node.with("Idempotency-Key", key).post("/appointments", body);
            if (answer.status() == 503) {
                answer.expectProblem(503, "unavailable");
                return false;
            }
            acknowledge(key, answer);
            servedWhileDraining.addAndGet(draining.get() ? 1 : 0);
            return true;
        } catch (UncheckedIOException gone) {
            return false;
        }
    }

    private void acknowledge(String key, Answer answer) {
        acknowledged.put(key, answer.expect(201).at("/id"));
    }

    private void acknowledgedMore() {
        int before = acknowledged.size();
        await().atMost(PATIENCE).until(() -> !wrong.isEmpty() || acknowledged.size() >= before + ENOUGH);
        assertThat(wrong).isEmpty();
    }
}
