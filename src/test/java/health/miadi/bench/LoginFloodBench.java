package health.miadi.bench;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.SuiteServer;
import health.miadi.testing.TestPatient;
import health.miadi.testing.TestProvider;
import health.miadi.testing.server.BuildOutput;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * Bookings while 50 clients hammer the login: they go on at no less than half of their rate, be it that each guess comes from
 * another address and wants to be hashed, or that all come from one and are slowed down (R-AUTH-1, R-AUTH-6).
 */
class LoginFloodBench {
    private static final int BOOKERS = 16;
    private static final int HAMMERERS = 50;
    private static final int WARM_UP_TURNS = 2;
    private static final int TURNS = 5;
    private static final int SECONDS_A_TURN = 6;

    private final Clinic clinic = Clinic.ofTheSuite();
    private final URI server = SuiteServer.get().address();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String admin = clinic.accounts().open("admin", null);
    private final List<Booker> bookers = new ArrayList<>();
    private final Map<Integer, AtomicInteger> answers = new ConcurrentHashMap<>();

    /** Sends bookings of half an hour, one after the other. */
    private final class Booker {
        private final TestProvider provider = clinic.aProvider();
        private final TestPatient patient = clinic.aPatient();
        private Instant next =
                Clock.systemUTC().instant().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofDays(1));

        void book() throws IOException, InterruptedException {
            var wish = Json.object("providerId", provider.id(), "patientId", patient.id(), "start", next);
            wish.set("override", Json.object("reason", "measured"));
            next = next.plus(Duration.ofMinutes(30));
            HttpRequest request = to("/appointments")
                    .header("Authorization", "Bearer " + admin)
                    .POST(BodyPublishers.ofString(wish.toString()))
                    .build();
            assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(201);
        }
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(server.resolve("/api/v1" + path)).header("Content-Type", "application/json");
    }

    private void guess(String name, String address) throws IOException, InterruptedException {
        HttpRequest request = to("/auth/login")
                .header("X-Forwarded-For", address)
                .POST(BodyPublishers.ofString(Json.object("username", name, "password", "not the right one")
                        .toString()))
                .build();
        int status = http.send(request, BodyHandlers.discarding()).statusCode();
        answers.computeIfAbsent(status, any -> new AtomicInteger()).incrementAndGet();
    }

    @Test
    void bookingsGoOnAtHalfTheirRateAtLeast() throws Exception {
        for (int i = 0; i < BOOKERS; i++) {
            bookers.add(new Booker());
        }
        String everywhere =
                measured("each guess from another address", () -> guess(Clinic.unique(), Clinic.newAddress()));
        String one = Clinic.newAddress();
        String slowed = measured("all guesses from one address", () -> guess("somebody", one));
        Path file = BuildOutput.path("bench").resolve("login-flood.txt");
        Files.createDirectories(file.getParent());
        Files.writeString(file, everywhere + slowed);
        assertThat(List.of(everywhere, slowed))
                .allSatisfy(report -> assertThat(report).contains("held"));
    }

    private interface Work {
        void run() throws Exception;
    }

    private String measured(String kind, Work guess) throws Exception {
        double[] alone = new double[TURNS];
        double[] flooded = new double[TURNS];
        answers.clear();
        for (int turn = -WARM_UP_TURNS; turn < TURNS; turn++) {
            double quiet = bookingsPerSecond(List.of());
            double loud = bookingsPerSecond(Collections.nCopies(HAMMERERS, guess));
            if (turn >= 0) {
                alone[turn] = quiet;
                flooded[turn] = loud;
            }
        }
        double share = median(flooded) / median(alone);
        return "%s: %.0f bookings/s alone, %.0f while %d clients hammer the login: %.2f, %s; answers %s%n"
                .formatted(
                        kind,
                        median(alone),
                        median(flooded),
                        HAMMERERS,
                        share,
                        share >= 0.5 ? "held" : "NOT HELD",
                        new TreeMap<>(answers));
    }

    private double bookingsPerSecond(List<Work> besides) throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger booked = new AtomicInteger();
        AtomicInteger failed = new AtomicInteger();
        List<Work> all = new ArrayList<>(besides);
        bookers.forEach(booker -> all.add(() -> {
            booker.book();
            if (!over.get()) {
                booked.incrementAndGet();
            }
        }));
        ExecutorService clients = Executors.newFixedThreadPool(all.size());
        try {
            for (Work work : all) {
                clients.execute(() -> untilOver(work, over, failed));
            }
            TimeUnit.SECONDS.sleep(SECONDS_A_TURN);
            over.set(true);
        } finally {
            clients.shutdown();
            assertThat(clients.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
        }
        assertThat(failed.get()).as("requests without the right answer").isZero();
        return booked.get() / (double) SECONDS_A_TURN;
    }

    private static void untilOver(Work work, AtomicBoolean over, AtomicInteger failed) {
        while (!over.get()) {
            try {
                work.run();
            } catch (Exception | AssertionError broken) {
                failed.incrementAndGet();
                return;
            }
        }
    }

    private static double median(double[] figures) {
        double[] sorted = figures.clone();
        Arrays.sort(sorted);
        return sorted[figures.length / 2];
    }
}
