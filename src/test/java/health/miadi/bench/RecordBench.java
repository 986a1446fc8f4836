package health.miadi.bench;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.record.control.SealedRows;
import health.miadi.testing.Clinic;
import health.miadi.testing.server.BuildOutput;
import health.miadi.testing.server.ServerUnderTest;
import health.miadi.testing.server.TestDatabase;
import health.miadi.testing.server.TestKeys;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a medical record costs: reading one at most twice as much as reading its appointment, its decryption and its audit entry
 * on the disk included; and a search among 20,000 of one author, which opens them all.
 *
 * <p>Over HTTP, one request after the other, the kinds in turns; PostgreSQL answers a commit when it is on the disk. A quarter
 * of the requests is faster than the figures, which are those that other work of the machine disturbed least.
 */
class RecordBench {
    private static final int RECORDS = 20_000;
    private static final int WARM_UP_TURNS = 12;
    private static final int TURNS = 20;
    private static final int REQUESTS_A_TURN = 150;
    private static final int SEARCHES = 7;
    private static final double MOST = 2.0;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TempDir
    Path data;

    @Test
    void readingARecordCostsAtMostTwiceAnAppointment() throws Exception {
        String key = TestKeys.recordKey("bench");
        try (TestDatabase database = TestDatabase.startDurable(data);
                ServerUnderTest server =
                        ServerUnderTest.another("bench-records", database, Map.of("MIADI_RECORDS_KEYS", key))) {
            Clinic clinic = Clinic.at(server);
            UUID provider = clinic.aProviderWithoutAccount("UTC");
            String token = clinic.accounts().open("provider", provider);
            List<UUID> visits = new SealedRows(database, key)
                    .records(provider, clinic.aPatient().id(), RECORDS, RecordBench::diagnosis);
            database.update("ANALYZE");

            IntFunction<String> appointment = i -> "/appointments/" + visits.get(i % RECORDS);
            Kind appointments = new Kind("an appointment", server, token, appointment);
            Kind records = new Kind("its record", server, token, i -> appointment.apply(i) + "/record");
            for (int turn = -WARM_UP_TURNS; turn < TURNS; turn++) {
                appointments.run(turn);
                records.run(turn);
            }
            double ratio = records.wall() / appointments.wall();
            String report = appointments.report()
                    + records.report()
                    + String.format(Locale.ROOT, "ratio %.2f of time%n", ratio)
                    + search(server, token, "rare condition", 1)
                    + search(server, token, "nothing like it", 0)
                    + search(server, token, "otitis", 200);
            Path file = BuildOutput.path("bench").resolve("records.txt");
            Files.createDirectories(file.getParent());
            Files.writeString(file, report);
            assertThat(ratio).as(report).isLessThanOrEqualTo(MOST);
        }
    }

    private static String diagnosis(int i) {
        return (i == 0 ? "A rare condition, " : "Acute otitis média of the left ear, ") + "visit number " + i;
    }

    private String search(ServerUnderTest server, String token, String sought, int found) throws Exception {
        String path = "/records?limit=200&diagnosis=" + sought.replace(" ", "%20");
        double[] millis = new double[SEARCHES];
        for (int i = 0; i < SEARCHES; i++) {
            long start = System.nanoTime();
            String body = get(server, token, path);
            millis[i] = (System.nanoTime() - start) / 1e6;
            assertThat(body.split("appointmentId", -1)).hasSize(found + 1);
        }
        return String.format(
                Locale.ROOT, "searching %d records for \"%s\": %.0f ms%n", RECORDS, sought, median(millis));
    }

    private String get(ServerUnderTest server, String token, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(server.address().resolve("/api/v1" + path))
                .header("Authorization", "Bearer " + token)
                .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static double median(double[] figures) {
        double[] sorted = figures.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** One kind of request; its figures are microseconds: the time of each, and the processors' time, one figure a turn. */
    private final class Kind {
        private final String name;
        private final ServerUnderTest server;
        private final String token;
        private final IntFunction<String> path;
        private final List<Double> wall = new ArrayList<>();
        private final List<Double> processor = new ArrayList<>();
        private int sent;

        Kind(String name, ServerUnderTest server, String token, IntFunction<String> path) {
            this.name = name;
            this.server = server;
            this.token = token;
            this.path = path;
        }

        void run(int turn) throws Exception {
            long used = server.processorTime().toNanos();
            for (int i = 0; i < REQUESTS_A_TURN; i++) {
                long start = System.nanoTime();
                get(server, token, path.apply(sent++ * 7));
                if (turn >= 0) {
                    wall.add((System.nanoTime() - start) / 1e3);
                }
            }
            if (turn >= 0) {
                processor.add((server.processorTime().toNanos() - used) / 1e3 / REQUESTS_A_TURN);
            }
        }

        double wall() {
            return wall.stream().sorted().toList().get(wall.size() / 4);
        }

        String report() {
            return String.format(
                    Locale.ROOT,
                    "reading %-16s %6.0f µs, of the server's processors %6.0f µs%n",
                    name,
                    wall(),
                    median(processor.stream().mapToDouble(Double::doubleValue).toArray()));
        }
    }
}
