package health.miadi.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.miadi.testing.Clinic;
import health.miadi.testing.server.ServerUnderTest;
import health.miadi.testing.server.TestDatabase;
import health.miadi.testing.server.TestKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Two nodes with the WAR as it is deployed, a reverse proxy in front of them, and a database. */
final class Stage implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(90);

    /** Longer than a drain, and what still runs, may take. */
    private static final Duration STOP = Duration.ofSeconds(40);

    private static final int ENOUGH = 40;
    private static final long LONGEST_ANSWER_MILLIS = 5_000;
    private static final long LONGEST_RETURN_MILLIS = 10_000;

    /** What happens while clients book. */
    interface Fault {
        void happenTo(BookingLoad load) throws Exception;
    }

    /** Each class of tests has its keys in a file of that name. */
    private final String name;

    private final TestDatabase database;
    private final TestKeys keys;
    private final Map<String, String> environment;
    private final List<Integer> ports;
    private final List<Integer> healthPorts;
    private final List<ServerUnderTest> nodes;
    private final Balancer balancer;

    private Stage(String name, TestDatabase database, Map<String, String> environment, int many) {
        this.name = name;
        this.database = database;
        this.keys = TestKeys.generate("faults-" + name);
        this.environment = environment;
        this.ports = freePorts(many);
        this.healthPorts = freePorts(many);
        List<CompletableFuture<ServerUnderTest>> starting = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            int number = i;
            starting.add(CompletableFuture.supplyAsync(() -> begin(number)));
        }
        this.nodes =
                new ArrayList<>(starting.stream().map(CompletableFuture::join).toList());
        awaitReady();
        this.balancer = Balancer.start(freePorts(1).get(0), ports, ServerUnderTest.isPayara() ? ports : healthPorts);
    }

    /**
     * Sets it up.
     *
     * @param url of the database, as nodes see it
     * @param more settings of theirs
     */
    static Stage of(String name, TestDatabase database, String url, Map<String, String> more, int nodes) {
        Program.need("haproxy", Program.find("haproxy"));
        Map<String, String> environment = new HashMap<>(more);
        environment.put("MIADI_DB_URL", url);
        return new Stage(name, database, environment, nodes);
    }

    private ServerUnderTest begin(int number) {
        return ServerUnderTest.at(
                ports.get(number),
                healthPorts.get(number),
                "faults-" + name + "-" + (number + 1),
                database,
                keys,
                environment);
    }

    /** Ports that nobody listens on at the moment. */
    static List<Integer> freePorts(int many) {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            List<Integer> ports = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                sockets.add(socket);
                ports.add(socket.getLocalPort());
            }
            for (ServerSocket socket : sockets) {
                socket.close();
            }
            return ports;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    BookingLoad load(int clients) {
        return BookingLoad.start(balancer.address(), clinic(), clients);
    }

    /** Lets it happen, and holds what is promised for all faults against what came of it. */
    Figures.Row suffer(String fault, int clients, Fault what) throws Exception {
        return suffer(fault, clients, LONGEST_RETURN_MILLIS, what);
    }

    /** The same where the return takes longer by its nature. */
    Figures.Row suffer(String fault, int clients, long longestReturnMillis, Fault what) throws Exception {
        awaitReady();
        try (BookingLoad load = load(clients)) {
            load.booked(ENOUGH);
            load.watch();
            what.happenTo(load);
            load.booked(ENOUGH);
            awaitReady();
            load.finish();
            Figures.Row row = load.count(fault, database);
            Figures.add(row);
            assertThat(row.lost()).as("acknowledged and lost").isZero();
            assertThat(row.twice()).as("booked twice").isZero();
            assertThat(row.longestMillis()).as("longest answer").isLessThanOrEqualTo(LONGEST_ANSWER_MILLIS);
            assertThat(row.backMillis()).as("until the first booking").isLessThanOrEqualTo(longestReturnMillis);
            return row;
        }
    }

    LiveWatch watch() {
        return LiveWatch.of(nodes);
    }

    void awaitReady() {
        awaitReadiness(200);
    }

    /** And the reverse proxy has seen it. */
    void awaitUp() {
        awaitReady();
        for (int i = 0; i < nodes.size(); i++) {
            balancer.awaitUp("node" + (i + 1));
        }
    }

    void awaitNotReady() {
        awaitReadiness(503);
    }

    private void awaitReadiness(int status) {
        await().atMost(PATIENCE).until(() -> nodes.stream().allMatch(node -> node.health("ready") == status));
    }

    void killNode(int number) {
        nodes.get(number).kill();
    }

    /** Starts it again where it was. */
    void startNode(int number) {
        nodes.set(number, begin(number));
    }

    void stopNode(int number) {
        nodes.get(number).stop(STOP);
    }

    ServerUnderTest node(int number) {
        return nodes.get(number);
    }

    TestDatabase database() {
        return database;
    }

    /** As somebody who has just signed in sees it: all faults together take longer than an access token lives. */
    Clinic clinic() {
        return Clinic.at(nodes.get(0));
    }

    URI address() {
        return balancer.address();
    }

    @Override
    public void close() {
        balancer.close();
        nodes.forEach(ServerUnderTest::kill);
    }
}
