package health.miadi.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.miadi.testing.Answer;
import health.miadi.testing.Api;
import health.miadi.testing.Clinic;
import health.miadi.testing.EventStream;
import health.miadi.testing.Json;
import health.miadi.testing.Race;
import health.miadi.testing.SignedUp;
import health.miadi.testing.TestProvider;
import health.miadi.testing.server.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Two nodes behind HAProxy and one PostgreSQL, of which each fails in every way that there is (ADR 0060): nothing that was
 * acknowledged is lost, nothing is booked twice, every answer meanwhile is {@code 503 unavailable} within five seconds, and
 * bookings go on within ten seconds of the return.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoNodesFaults {
    private static final int CLIENTS = 8;
    private static final int ENOUGH = 40;
    private static final int TERMINATIONS = 20;
    private static final Duration AWAY = Duration.ofSeconds(10);
    private static final Duration FULL = Duration.ofSeconds(20);

    private final OwnPostgres postgres =
            OwnPostgres.make("postgres", Stage.freePorts(1).get(0));
    private final Swallower network = Swallower.before(postgres.port());
    private @Nullable Stage running;

    @BeforeAll
    void start() {
        postgres.start();
        TestDatabase database = TestDatabase.makeIn("127.0.0.1:" + postgres.port());
        String url = "jdbc:postgresql://127.0.0.1:" + network.port() + "/miadi";
        running = Stage.of("nodes", database, url, Map.of(), 2);
        Figures.machine();
    }

    @AfterAll
    void stop() throws Exception {
        if (running != null) {
            running.close();
        }
        network.close();
        postgres.close();
    }

    private Stage stage() {
        return Objects.requireNonNull(running);
    }

    /** The database fails: nodes live. */
    private void ofTheDatabase(String name, Stage.Fault fault) throws Exception {
        try (LiveWatch watch = stage().watch()) {
            Figures.Row row = suffer(name, fault);
            watch.allLived();
            assertThat(row.brokenOff()).isZero();
        }
    }

    private Figures.Row suffer(String name, Stage.Fault fault) throws Exception {
        return stage().suffer(name, CLIENTS, fault);
    }

    /** Away until both nodes know it and clients were told. */
    private void isAway(BookingLoad load) {
        load.refused(CLIENTS);
        stage().awaitNotReady();
        load.refused(CLIENTS);
    }

    @Test
    @Order(1)
    void connectionsTerminated() throws Exception {
        ofTheDatabase("PostgreSQL's connections terminated, twenty times", load -> {
            for (int time = 0; time < TERMINATIONS; time++) {
                postgres.execute(
                        "miadi", "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'miadi'");
                load.booked(CLIENTS);
            }
        });
    }

    @Test
    @Order(2)
    void killed() throws Exception {
        ofTheDatabase("PostgreSQL killed (SIGKILL)", load -> {
            postgres.kill();
            isAway(load);
            postgres.start();
            load.returned();
        });
    }

    @Test
    @Order(3)
    void frozen() throws Exception {
        ofTheDatabase("PostgreSQL frozen (SIGSTOP)", load -> {
            postgres.freeze();
            isAway(load);
            postgres.thaw();
            load.returned();
        });
    }

    @Test
    @Order(4)
    void packetsSwallowed() throws Exception {
        ofTheDatabase("The network to PostgreSQL swallows everything", load -> {
            network.swallow();
            isAway(load);
            network.carryOn();
            load.returned();
        });
    }

    @Test
    @Order(5)
    void restarted() throws Exception {
        ofTheDatabase("PostgreSQL restarted", load -> {
            postgres.stop();
            postgres.start();
            load.returned();
        });
    }

    @Test
    @Order(6)
    void stoppedImmediatelyForAMinute() throws Exception {
        ofTheDatabase("PostgreSQL stopped (immediate) for a minute", load -> {
            postgres.stopImmediately();
            isAway(load);
            await().pollDelay(Duration.ofSeconds(60)).atMost(Stage.PATIENCE).until(() -> true);
            load.rightSoFar();
            postgres.start();
            load.returned();
        });
    }

    @Test
    @Order(7)
    void outOfConnections() throws Exception {
        ofTheDatabase("PostgreSQL out of connections", load -> {
            List<Connection> taken = new ArrayList<>();
            try {
                // a busy machine takes its time for the first of them
                await().pollInterval(Duration.ofMillis(1))
                        .atMost(Stage.PATIENCE)
                        .until(() -> !takeOne(taken));
                long begun = System.nanoTime();
                while (System.nanoTime() - begun < AWAY.toNanos()) {
                    takeOne(taken);
                }
                load.refused(CLIENTS);
                stage().awaitNotReady();
            } finally {
                for (Connection each : taken) {
                    each.close();
                }
            }
            load.returned();
        });
    }

    /** Whether there was one left. */
    private boolean takeOne(List<Connection> taken) throws SQLException {
        try {
            // as its superuser, for whom some are reserved
            taken.add(postgres.connect("postgres"));
            return true;
        } catch (SQLException full) {
            terminateAllOf(taken);
            return false;
        }
    }

    /** The application's, so that what is free then is taken by somebody else. */
    private static void terminateAllOf(List<Connection> taken) throws SQLException {
        try (var statement = taken.get(0).createStatement()) {
            statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'miadi'");
        }
    }

    @Test
    @Order(8)
    void lockedByAnother() throws Exception {
        ofTheDatabase("Another program holds a lock on all appointments for 15 s", load -> {
            try (Connection other = postgres.connect("miadi");
                    var statement = other.createStatement()) {
                other.setAutoCommit(false);
                statement.execute("LOCK TABLE appointments IN ACCESS EXCLUSIVE MODE");
                load.refused(CLIENTS);
                await().pollDelay(Duration.ofSeconds(12)).atMost(Stage.PATIENCE).until(() -> true);
                other.rollback();
            }
            load.returned();
        });
    }

    @Test
    @Order(9)
    void clockJumped() throws Exception {
        Path library = Program.need("faketime", Program.library("faketime/libfaketime.so.1"));
        Path offset = Program.directory("clock").resolve("offset");
        Files.writeString(offset, "+0\n");
        Map<String, String> faked = Map.of(
                "LD_PRELOAD",
                library.toString(),
                "FAKETIME_TIMESTAMP_FILE",
                offset.toString(),
                "FAKETIME_NO_CACHE",
                "1",
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1",
                "DONT_FAKE_MONOTONIC",
                "1");
        postgres.stop();
        postgres.start(faked);
        ofTheDatabase("PostgreSQL's clock jumps ten minutes ahead, back, and ten behind", load -> {
            for (String jump : List.of("+600", "+0", "-600")) {
                Files.writeString(offset, jump + "\n");
                load.booked(ENOUGH);
                assertThat(stage().database().number("SELECT extract(epoch FROM clock_timestamp())::bigint")
                                - Clock.systemUTC().instant().getEpochSecond())
                        .isBetween(Long.parseLong(jump) - 5, Long.parseLong(jump) + 5);
            }
        });
        postgres.stop();
        postgres.start();
    }

    @Test
    @Order(10)
    void diskFull() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(postgres)) {
            ofTheDatabase("PostgreSQL's disk full for 20 s", load -> {
                long begun = System.nanoTime();
                // what PostgreSQL gives back when it ends by itself is taken at once, so that it does not find room
                // again
                await().pollInterval(Duration.ofMillis(200))
                        .atMost(Stage.PATIENCE)
                        .until(() -> {
                            disk.fill();
                            return System.nanoTime() - begun >= FULL.toNanos();
                        });
                load.rightSoFar();
                load.refused(4 * CLIENTS);
                disk.empty();
                // it ends by itself when it can write no log any more, and an operator starts it
                if (!postgres.answers()) {
                    postgres.stopImmediately();
                    postgres.start();
                }
                load.returned();
            });
        }
    }

    @Test
    @Order(11)
    void raceOverNodes() throws Exception {
        Clinic clinic = stage().clinic();
        TestProvider provider = clinic.aProvider().workingDaily("00:00", "24:00");
        String admin = clinic.accounts().open("admin", null);
        try (Race race = new Race(CLIENTS)) {
            for (String time : List.of("08:00", "09:00", "10:00", "11:00", "12:00", "13:00", "14:00", "15:00")) {
                List<Callable<Answer>> clients = new ArrayList<>();
                for (int i = 0; i < CLIENTS; i++) {
                    Api node = Api.at(stage().node(i % 2).address()).as(admin);
                    var body = Json.object(
                            "providerId",
                            provider.id(),
                            "patientId",
                            clinic.aPatient().id(),
                            "start",
                            provider.mondayAt(time));
                    clients.add(() -> node.post("/appointments", body));
                }
                assertThat(race.run(clients).stream().map(Answer::status))
                        .containsOnly(201, 409)
                        .containsOnlyOnce(201);
            }
        }
    }

    /** And what one node tells, the streams of the other say. */
    @Test
    @Order(12)
    void eventsOverNodes() {
        Clinic clinic = stage().clinic();
        TestProvider provider = clinic.aProvider().workingDaily("00:00", "24:00");
        String admin = clinic.accounts().open("admin", null);
        try (EventStream stream =
                EventStream.open(stage().address(), "/slots/events?providerId=" + provider.id(), admin, null)) {
            for (int node = 0; node < 2; node++) {
                Api.at(stage().node(node).address())
                        .as(admin)
                        .post(
                                "/appointments",
                                Json.object(
                                        "providerId",
                                        provider.id(),
                                        "patientId",
                                        clinic.aPatient().id(),
                                        "start",
                                        provider.mondayAt(node == 0 ? "08:00" : "12:00")))
                        .expect(201);
                assertThat(stream.next().name()).isNotEmpty();
            }
        }
    }

    @Test
    @Order(13)
    void signOutOverNodes() {
        isHeardByBoth(stage());
    }

    /** R-AUTH-3 over nodes, wherever in between the database's connections are pooled. */
    static void isHeardByBoth(Stage stage) {
        Answer login = SignedUp.at(stage.clinic()).login();
        Api one = Api.at(stage.node(0).address()).as(login.at("/accessToken"));
        Api other = Api.at(stage.node(1).address()).as(login.at("/accessToken"));
        other.get("/auth/me").expect(200);
        one.post("/auth/logout").expect(204);
        await().atMost(Duration.ofSeconds(5)).until(() -> other.get("/auth/me").status() == 401);
        one.get("/auth/me").expect(401);
    }

    /** R-AUTH-6. */
    @Test
    @Order(14)
    void guessesCountOverNodes() {
        String address = Clinic.newAddress();
        String guess = Json.object("username", "nobody-" + Clinic.unique(), "password", "a guess that is wrong")
                .toString();
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            statuses.add(Api.at(stage().node(i % 2).address())
                    .with("X-Forwarded-For", address)
                    .post("/auth/login", guess)
                    .status());
        }
        assertThat(statuses).containsOnly(401, 429);
        assertThat(statuses.stream().filter(status -> status == 429)).hasSizeGreaterThan(2);
    }

    @Test
    @Order(15)
    void nodeKilled() throws Exception {
        suffer("A node killed (SIGKILL), and started again", load -> {
            stage().killNode(0);
            load.booked(ENOUGH);
            stage().startNode(0);
            stage().awaitUp();
        });
    }

    @Test
    @Order(16)
    void rollingRestart() throws Exception {
        Figures.Row row = suffer("Both nodes restarted, one after the other", load -> {
            for (int node = 0; node < 2; node++) {
                stage().stopNode(node);
                load.booked(ENOUGH);
                stage().startNode(node);
                stage().awaitUp();
            }
        });
        assertThat(row.noticed())
                .as("bookings for which one more try was not enough")
                .isZero();
        assertThat(row.brokenOff()).isZero();
    }
}
