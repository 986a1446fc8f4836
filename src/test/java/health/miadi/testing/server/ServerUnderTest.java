package health.miadi.testing.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A server with the WAR and the database behind it; as a rule the one of the suite.
 *
 * <p>That one starts when the first test asks for it and stops when the test run ends ({@link SuiteEnd}). The system property
 * {@code miadi.testing.server} chooses the make: {@code payara} (the default, Payara Micro), {@code wildfly} or {@code payara-server}.
 */
public final class ServerUnderTest implements AutoCloseable {

    /** The one foreign origin whose pages may use the API. */
    public static final String FRONT_END = "https://front.example.org";

    /** With which the metrics are read. */
    public static final String METRICS_TOKEN = "metrics-are-for-the-operator";

    private static final int HEALTH_LIMIT_MILLIS = 60_000;

    private static @Nullable ServerUnderTest running;
    private static @Nullable String failure;

    private final TestDatabase database;
    private final TestKeys keys;
    private final ServerProcess process;

    private ServerUnderTest(TestDatabase database, TestKeys keys, ServerProcess process) {
        this.database = database;
        this.keys = keys;
        this.process = process;
    }

    /** Whether the suite runs on Payara Micro, where tests may also run inside the container. */
    public static boolean isPayara() {
        return kind() instanceof PayaraMicro;
    }

    /** Whether it has been started already. */
    public static synchronized boolean isRunning() {
        return running != null;
    }

    /**
     * The running server; the first call starts it with {@code war}, later ones get it as it is.
     *
     * @throws IllegalStateException if it did not start, now or at the first call
     */
    public static synchronized ServerUnderTest runningWith(Path war) {
        if (failure != null) {
            throw new IllegalStateException("The server of the suite did not start: " + failure);
        }
        if (running == null) {
            try {
                running = start(war);
            } catch (RuntimeException e) {
                failure = e.getMessage();
                throw e;
            }
        }
        return running;
    }

    static synchronized void stop() {
        if (running != null) {
            running.close();
            running = null;
        }
    }

    /**
     * Starts another one, for a test that ends it before its time; the test closes it.
     *
     * @param name of it among the servers of the run
     */
    public static ServerUnderTest another(String name, TestDatabase database) {
        return another(name, database, TestKeys.generate(name), Map.of());
    }

    /** Starts another one with another WAR. */
    public static ServerUnderTest another(String name, Path war, TestDatabase database) {
        TestKeys keys = TestKeys.generate(name);
        return new ServerUnderTest(database, keys, startProcess(name, war, database, keys, Map.of()));
    }

    /** Starts another one with more in its environment. */
    public static ServerUnderTest another(String name, TestDatabase database, Map<String, String> environment) {
        return another(name, database, TestKeys.generate(name), environment);
    }

    /**
     * How a start went that failed.
     *
     * @param status what the process ended with
     * @param log all that it printed
     */
    public record Ended(int status, String log) {}

    /** Starts another one that is to end by itself, and says how it ended. */
    public static Ended inVain(String name, TestDatabase database, Map<String, String> environment) {
        Map<String, String> all = environment(database, TestKeys.generate(name), environment);
        ServerProcess ended = ServerProcess.startInVain(kind(), kind().name() + "-" + name, BuildOutput.war(), all);
        return new Ended(ended.exitStatus(), read(ended.log()));
    }

    /** Starts its successor, which accepts the same tokens; the test closes it. */
    public ServerUnderTest successor(String name, TestDatabase ofSuccessor) {
        return another(name, ofSuccessor, keys, Map.of());
    }

    /** Starts its successor with more in its environment. */
    public ServerUnderTest successor(String name, TestDatabase ofSuccessor, Map<String, String> environment) {
        return another(name, ofSuccessor, keys, environment);
    }

    /** Starts one of another version beside it, which shares its keys and its database; the test closes it. */
    public ServerUnderTest beside(String name, Path war) {
        return new ServerUnderTest(database, keys, startProcess(name, war, database, keys, Map.of()));
    }

    private static ServerUnderTest another(
            String name, TestDatabase database, TestKeys keys, Map<String, String> environment) {
        return new ServerUnderTest(database, keys, startProcess(name, BuildOutput.war(), database, keys, environment));
    }

    /**
     * Starts one that a reverse proxy looks for, as it is by default but for what the environment says.
     *
     * @param port for HTTP
     * @param healthPort for its health, where that has one of its own (WildFly)
     */
    public static ServerUnderTest at(
            int port,
            int healthPort,
            String name,
            TestDatabase database,
            TestKeys keys,
            Map<String, String> environment) {
        ServerKind kind = isPayara() ? new PayaraMicro() : new WildFly(BuildOutput.path("wildfly"), healthPort);
        Map<String, String> all = environment(database, keys, environment);
        PATIENCE.forEach(setting -> {
            if (!environment.containsKey(setting)) {
                all.remove(setting);
            }
        });
        return new ServerUnderTest(
                database, keys, ServerProcess.startAt(port, kind, kind.name() + "-" + name, BuildOutput.war(), all));
    }

    /** Asks it to stop, with all the time that it takes, and returns when it has. */
    public void stop(Duration limit) {
        process.stop(limit);
    }

    /** Ends the server on the spot (SIGKILL); the database runs on. */
    public void kill() {
        process.kill();
    }

    /** Stops the server; the database runs on. */
    @Override
    public void close() {
        process.close();
    }

    /** Where it answers: scheme, host and port, without a path. */
    public URI address() {
        return process.address();
    }

    /** The status of {@code /health/<check>}, wherever this server has that. */
    public int health(String check) {
        try {
            var connection = (HttpURLConnection)
                    URI.create(process.health() + "/" + check).toURL().openConnection();
            connection.setConnectTimeout(HEALTH_LIMIT_MILLIS);
            connection.setReadTimeout(HEALTH_LIMIT_MILLIS);
            try {
                return connection.getResponseCode();
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What its process has used of processors' time since it started, all threads together. */
    public Duration processorTime() {
        return process.processorTime();
    }

    /** How many threads its process has now. */
    public long threads() {
        return process.threads();
    }

    /** The database behind it. */
    public TestDatabase database() {
        return database;
    }

    /** The keys it signs with. */
    public TestKeys keys() {
        return keys;
    }

    private static ServerUnderTest start(Path war) {
        TestDatabase database = TestDatabase.start();
        try {
            TestKeys keys = TestKeys.generateWithFormer("suite");
            Map<String, String> provider = TestOpenIdProvider.ofTheSuite().environment();
            return new ServerUnderTest(
                    database, keys, startProcess("suite-" + BuildOutput.jvm(), war, database, keys, provider));
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static ServerProcess startProcess(
            String name, Path war, TestDatabase database, TestKeys keys, Map<String, String> more) {
        return ServerProcess.start(kind(), kind().name() + "-" + name, war, environment(database, keys, more));
    }

    /** How many visits a patient books ahead on a test's server (R-BOOK-13): many tests book all that they need for one. */
    public static final int OPEN_VISITS = 200;

    /** How many a patient books within a day by themselves; few for a patient, and many for a test. */
    public static final int OWN_BOOKINGS_A_DAY = 100;

    /** What the suite is more patient in than a clinic. */
    private static final Set<String> PATIENCE = Set.of(
            "MIADI_DB_SOCKET_TIMEOUT_SECONDS",
            "MIADI_DB_STATEMENT_TIMEOUT_SECONDS",
            "MIADI_DB_LOCK_TIMEOUT_SECONDS",
            "MIADI_DB_POOL_WAIT_MILLIS",
            "MIADI_DB_REQUEST_MILLIS",
            "MIADI_STOP_DRAIN_SECONDS");

    private static Map<String, String> environment(TestDatabase database, TestKeys keys, Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(keys.environment());
        environment.putAll(database.environment());
        // limits are the subject of tests that set them: elsewhere a busy machine is no fault
        environment.put("MIADI_DB_SOCKET_TIMEOUT_SECONDS", "60");
        environment.put("MIADI_DB_STATEMENT_TIMEOUT_SECONDS", "50");
        environment.put("MIADI_DB_LOCK_TIMEOUT_SECONDS", "10");
        environment.put("MIADI_DB_POOL_WAIT_MILLIS", "20000");
        environment.put("MIADI_DB_REQUEST_MILLIS", "60000");
        environment.put("MIADI_STOP_DRAIN_SECONDS", "0");
        environment.put("MIADI_BOOKING_OWN_PER_DAY", Integer.toString(OWN_BOOKINGS_A_DAY));
        environment.put("MIADI_BOOKING_OPEN_VISITS", Integer.toString(OPEN_VISITS));
        // one test's flood must not keep the other tests' people from registering, nor their refusals from being noted
        environment.put("MIADI_REGISTRATION_PER_HOUR", "100000");
        environment.put("MIADI_SLOTS_WIDE_PER_MINUTE", "600");
        environment.put("MIADI_AUDIT_VERIFICATIONS_PER_HOUR", "10000");
        environment.put("MIADI_AUDIT_REFUSALS_PER_CALLER_MINUTE", "10000");
        environment.put("MIADI_AUDIT_REFUSALS_PER_MINUTE", "100000");
        environment.putAll(more);
        environment.put("MIADI_CORS_ORIGINS", FRONT_END);
        environment.put("MIADI_METRICS_TOKEN", METRICS_TOKEN);
        // every Clinic says where it sends from, so that one test's failures do not slow another's (R-AUTH-6)
        environment.put("MIADI_SIGN_IN_TRUSTED_PROXIES", "127.0.0.0/8, ::1");
        return environment;
    }

    private static ServerKind kind() {
        String make = System.getProperty("miadi.testing.server", "payara");
        return switch (make) {
            case "payara" -> new PayaraMicro();
            case "wildfly" -> new WildFly(BuildOutput.path("wildfly"));
            case "payara-server" -> new PayaraServer(BuildOutput.path("payara-server/payara6"));
            default ->
                throw new IllegalArgumentException(
                        "miadi.testing.server is payara, wildfly or payara-server, not " + make);
        };
    }

    /** All that the server has logged so far. */
    public String logged() {
        return read(process.log());
    }

    private static String read(Path log) {
        try {
            return Files.readString(log, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
