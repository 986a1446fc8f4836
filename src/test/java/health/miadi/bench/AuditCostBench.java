package health.miadi.bench;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.testing.Api;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.TestPatient;
import health.miadi.testing.TestProvider;
import health.miadi.testing.server.BuildOutput;
import health.miadi.testing.server.ServerUnderTest;
import health.miadi.testing.server.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the audit trail costs a booking: the whole application over HTTP, once as it is, sealing included, and once with a
 * trail that writes nothing, which only this measurement has. Both run side by side on databases of their own that answer a
 * commit when it is on the disk; they take turns, so that what else the machine does meets both.
 */
class AuditCostBench {
    private static final int CLIENTS = 8;
    private static final int BOOKINGS_A_TURN = 20;
    private static final int WARM_UP_TURNS = 20;
    private static final int TURNS = 40;
    private static final double MOST = 1.15;
    private static final Duration AHEAD = Duration.ofDays(2);

    @TempDir
    Path directory;

    @Test
    void aBookingCostsAtMost15PercentMoreWithIt() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try (TestDatabase with = TestDatabase.startDurable(directory.resolve("with"));
                TestDatabase without = TestDatabase.startDurable(directory.resolve("without"));
                ServerUnderTest audited = ServerUnderTest.another("audited", with);
                ServerUnderTest silent = ServerUnderTest.another("silent", silentWar(), without)) {
            Side a = new Side(audited, clients);
            Side b = new Side(silent, clients);
            for (int turn = -WARM_UP_TURNS; turn < TURNS; turn++) {
                // who goes first changes, so that neither always follows the other
                (turn % 2 == 0 ? a : b).run(turn);
                (turn % 2 == 0 ? b : a).run(turn);
            }
            long entries = with.number("SELECT count(*) FROM audit_entries WHERE action = 'booked'");
            assertThat(entries).isEqualTo((long) (WARM_UP_TURNS + TURNS) * CLIENTS * BOOKINGS_A_TURN);
            assertThat(without.number("SELECT count(*) FROM audit_entries WHERE action = 'booked'"))
                    .isZero();
            assertThat(with.number("SELECT count(*) FROM audit_seals")).isPositive();
            double[] ratios = new double[TURNS];
            Arrays.setAll(ratios, i -> a.wall[i] / b.wall[i]);
            String report = String.format(
                    Locale.ROOT,
                    "a booking, %d clients: %.0f µs with the trail, %.0f µs without; the median of %d turns' ratios is %.3f%n"
                            + "of it the server's processor time: %.0f µs with, %.0f µs without, ratio %.3f%n"
                            + "seals made meanwhile: %d, of %d entries%n",
                    CLIENTS,
                    median(a.wall),
                    median(b.wall),
                    TURNS,
                    median(ratios),
                    median(a.processor),
                    median(b.processor),
                    median(a.processor) / median(b.processor),
                    with.number("SELECT count(*) FROM audit_seals"),
                    with.number("SELECT coalesce(sum(entries), 0) FROM audit_seals"));
            Path file = BuildOutput.path("bench").resolve("audit-cost.txt");
            Files.createDirectories(file.getParent());
            Files.writeString(file, report);
            assertThat(median(ratios)).as(report).isLessThanOrEqualTo(MOST);
        } finally {
            clients.shutdownNow();
        }
    }

    private Path silentWar() {
        Path war = directory.resolve("miadi-silent.war");
        ShrinkWrap.create(ZipImporter.class, "miadi-silent.war")
                .importFrom(BuildOutput.war().toFile())
                .as(WebArchive.class)
                .addClass(SilentTrail.class)
                .as(ZipExporter.class)
                .exportTo(war.toFile());
        return war;
    }

    private static double median(double[] figures) {
        double[] sorted = figures.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    /** One of the two, with patients who book one half hour after another, each with a provider of their own. */
    private static final class Side {
        private final ServerUnderTest server;
        private final ExecutorService clients;
        private final List<TestPatient> patients = new ArrayList<>();
        private final List<TestProvider> providers = new ArrayList<>();
        private final Instant first =
                Clock.systemUTC().instant().truncatedTo(ChronoUnit.DAYS).plus(AHEAD);
        private final double[] wall = new double[TURNS];
        private final double[] processor = new double[TURNS];
        private int booked;

        Side(ServerUnderTest server, ExecutorService clients) {
            this.server = server;
            this.clients = clients;
            Clinic clinic = Clinic.at(server);
            for (int i = 0; i < CLIENTS; i++) {
                patients.add(clinic.aPatient());
                providers.add(clinic.aProvider().workingDaily("00:00", "24:00"));
            }
        }

        void run(int turn) throws Exception {
            long processorBefore = server.processorTime().toNanos();
            long begun = System.nanoTime();
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                int client = i;
                running.add(clients.submit(() -> book(client)));
            }
            for (Future<?> one : running) {
                one.get();
            }
            long taken = System.nanoTime() - begun;
            booked += BOOKINGS_A_TURN;
            if (turn >= 0) {
                int all = CLIENTS * BOOKINGS_A_TURN;
                wall[turn] = taken / 1_000.0 / all;
                processor[turn] = (server.processorTime().toNanos() - processorBefore) / 1_000.0 / all;
            }
        }

        private void book(int client) {
            Api api = patients.get(client).api();
            for (int i = 0; i < BOOKINGS_A_TURN; i++) {
                Instant start = first.plus(Duration.ofMinutes(30L * (booked + i)));
                api.post(
                                "/appointments",
                                Json.object("providerId", providers.get(client).id(), "start", start))
                        .expect(201);
            }
        }
    }
}
