package health.miadi.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.TestPatient;
import health.miadi.testing.TestProvider;
import health.miadi.testing.server.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * Clients that book without a rest, each with a provider of its own, and send each request with the same key until it is answered
 * 201: as a client does that wants its appointment (R-BOOK-6).
 */
final class BookingLoad implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration SLOT = Duration.ofMinutes(30);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final int REPEATED = 40;

    /** What was answered with 201, and when. */
    private record Booked(String id, String body, long at) {}

    private final URI address;
    private final String token;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final List<UUID> providers = new ArrayList<>();
    private final ExecutorService clients;
    private final Map<String, Booked> acknowledged = new ConcurrentHashMap<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final Queue<String> brokenOff = new ConcurrentLinkedQueue<>();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger noticed = new AtomicInteger();
    private final AtomicLong longestNanos = new AtomicLong();
    private volatile boolean over;
    private volatile long returnedAt;
    private volatile long watchedFrom = Long.MAX_VALUE;

    private BookingLoad(URI address, String token, int many) {
        this.address = address;
        this.token = token;
        this.clients = Executors.newFixedThreadPool(many);
    }

    /**
     * Starts it.
     *
     * @param address where they book: a reverse proxy's, as a rule
     * @param clinic at a node that works
     */
    static BookingLoad start(URI address, Clinic clinic, int many) {
        var load = new BookingLoad(address, clinic.accounts().open("admin", null), many);
        for (int i = 0; i < many; i++) {
            TestProvider provider = clinic.aProvider().workingDaily("00:00", "24:00");
            TestPatient patient = clinic.aPatient();
            load.providers.add(provider.id());
            load.clients.execute(() -> load.book(provider, patient));
        }
        return load;
    }

    private void book(TestProvider provider, TestPatient patient) {
        Instant start = provider.mondayAt("00:00");
        while (!over && wrong.isEmpty()) {
            String key = Clinic.unique();
            String body = Json.object("providerId", provider.id(), "patientId", patient.id(), "start", start)
                    .toString();
            int tries = 0;
            while (!acknowledged.containsKey(key) && wrong.isEmpty()) {
                if (tries > 0) {
                    LockSupport.parkNanos(AGAIN_NANOS);
                }
                send(key, body);
                tries++;
            }
            if (tries > 2) {
                noticed.incrementAndGet();
            }
            start = start.plus(SLOT);
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private void send(String key, String body) {
        long begun = System.nanoTime();
        try {
            HttpResponse<String> answer = post(key, body);
            note(begun);
            judge(key, body, answer);
        } catch (IOException e) {
            note(begun);
            brokenOff.add(e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            wrong.add("interrupted");
        }
    }

    private void note(long begun) {
        if (begun >= watchedFrom) {
            longestNanos.accumulateAndGet(System.nanoTime() - begun, Math::max);
        }
    }

    private HttpResponse<String> post(String key, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/api/v1/appointments"))
                .timeout(ANSWER_LIMIT)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private void judge(String key, String body, HttpResponse<String> answer) {
        String type = answer.headers().firstValue("Content-Type").orElse("");
        if (answer.statusCode() == 201) {
            acknowledged.put(key, new Booked(json(answer).at("/id").asText(), body, System.nanoTime()));
        } else if (answer.statusCode() == 503
                && type.startsWith("application/problem+json")
                && json(answer).at("/type").asText().equals("/problems/unavailable")
                && answer.headers().firstValue("Retry-After").isPresent()) {
            refused.incrementAndGet();
        } else if (answer.statusCode() == 409
                && json(answer).at("/type").asText().equals("/problems/idempotency-in-flight")) {
            // the first try's commit went through unanswered, or is not yet known to have failed
            refused.incrementAndGet();
        } else {
            wrong.add(answer.statusCode() + " " + type + " " + answer.body());
        }
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }

    /** Waits until that many more are booked. */
    void booked(int many) {
        int before = acknowledged.size();
        await().atMost(PATIENCE).until(() -> !wrong.isEmpty() || acknowledged.size() >= before + many);
        rightSoFar();
    }

    /** Waits until that many more answers were refusals, or broken off. */
    void refused(int many) {
        int before = refused.get() + brokenOff.size();
        await().atMost(PATIENCE).until(() -> !wrong.isEmpty() || refused.get() + brokenOff.size() >= before + many);
        rightSoFar();
    }

    /** Every answer so far was one that the contract knows. */
    void rightSoFar() {
        assertThat(wrong).isEmpty();
    }

    /** From now on it counts how long answers take: nodes that have just started are slower. */
    void watch() {
        watchedFrom = System.nanoTime();
    }

    /** What was away is back now. */
    void returned() {
        returnedAt = System.nanoTime();
    }

    /** Lets each client end what it began. */
    void finish() throws InterruptedException {
        over = true;
        clients.shutdown();
        assertThat(clients.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
        rightSoFar();
    }

    /** How often a connection ended without an answer. */
    int brokenOff() {
        return brokenOff.size();
    }

    /** How many bookings took more than one further try. */
    int noticed() {
        return noticed.get();
    }

    /** Counts on both sides, and has some requests sent once more, which may book nothing. */
    Figures.Row count(String fault, TestDatabase database) throws IOException, InterruptedException {
        int wrongRepeats = 0;
        for (var one : acknowledged.entrySet().stream().limit(REPEATED).toList()) {
            HttpResponse<String> again = post(one.getKey(), one.getValue().body());
            if (again.statusCode() != 201
                    || !json(again).at("/id").asText().equals(one.getValue().id())) {
                wrongRepeats++;
            }
        }
        assertThat(wrongRepeats).as("repeats that were answered otherwise").isZero();
        Collection<String> there = database.texts(
                "SELECT id FROM appointments WHERE provider_id = ANY (CAST(? AS uuid[]))",
                providers.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")));
        Set<String> lost =
                acknowledged.values().stream().map(Booked::id).collect(Collectors.toCollection(HashSet::new));
        int distinct = lost.size();
        lost.removeAll(new HashSet<>(there));
        return new Figures.Row(
                fault,
                acknowledged.size(),
                refused.get(),
                brokenOff.size(),
                TimeUnit.NANOSECONDS.toMillis(longestNanos.get()),
                longestGapMillis(),
                backMillis(),
                noticed.get(),
                lost.size(),
                there.size() - distinct + acknowledged.size() - distinct);
    }

    private long longestGapMillis() {
        long[] at =
                acknowledged.values().stream().mapToLong(Booked::at).sorted().toArray();
        long longest = 0;
        for (int i = 1; i < at.length; i++) {
            longest = Math.max(longest, at[i] - at[i - 1]);
        }
        return TimeUnit.NANOSECONDS.toMillis(longest);
    }

    /** From the return until the first booking after it; -1 where nothing was away. */
    private long backMillis() {
        if (returnedAt == 0) {
            return -1;
        }
        return acknowledged.values().stream()
                .mapToLong(booked -> booked.at() - returnedAt)
                .filter(after -> after >= 0)
                .min()
                .stream()
                .map(TimeUnit.NANOSECONDS::toMillis)
                .findFirst()
                .orElse(Long.MAX_VALUE);
    }

    @Override
    public void close() {
        over = true;
        clients.shutdownNow();
    }
}
