package health.miadi.testing.server;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * An application server in a process of its own, with the WAR deployed at its root.
 *
 * <p>All that it prints goes to {@code target/server-logs/<name>.log}, which is kept whether the tests pass or not.
 */
public final class ServerProcess implements AutoCloseable {

    /** How long a start may take: seconds on a quiet machine, minutes on one that does much else. */
    private static final Duration START_LIMIT = Duration.ofMinutes(5);

    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private final Process process;
    private final Path home;
    private final Path log;
    private final URI address;
    private final URI health;
    private final CompletableFuture<Boolean> deployed = new CompletableFuture<>();

    private ServerProcess(Process process, Path home, Path log, URI address, URI health) {
        this.process = process;
        this.home = home;
        this.log = log;
        this.address = address;
        this.health = health;
    }

    /**
     * Starts a server and returns when it has deployed the WAR.
     *
     * @param name of this server among the others of the run; it names the log
     * @param environment of the process, in addition to that of the tests
     * @throws IllegalStateException if the server ends, refuses the WAR or takes too long; its message names the log
     */
    static ServerProcess start(ServerKind kind, String name, Path war, Map<String, String> environment) {
        return startAt(Processes.aFreePort(), kind, name, war, environment);
    }

    /** The same at that port, where a reverse proxy looks for it. */
    static ServerProcess startAt(int port, ServerKind kind, String name, Path war, Map<String, String> environment) {
        ServerProcess server = begin(port, kind, name, war, environment);
        server.awaitDeployment();
        return server;
    }

    /** Starts a server that is to end by itself, and returns when it has. */
    static ServerProcess startInVain(ServerKind kind, String name, Path war, Map<String, String> environment) {
        ServerProcess server = begin(Processes.aFreePort(), kind, name, war, environment);
        try {
            if (!server.process.waitFor(START_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("The server runs on; see " + server.log);
            }
            // to its last line
            server.deployed.get(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
            Directories.delete(server.home);
            return server;
        } catch (TimeoutException | ExecutionException | InterruptedException e) {
            throw new IllegalStateException("The server's output could not be followed", e);
        } finally {
            server.kill();
        }
    }

    private static ServerProcess begin(
            int port, ServerKind kind, String name, Path war, Map<String, String> environment) {
        try {
            Path home =
                    Files.createTempDirectory(Files.createDirectories(BuildOutput.ofThisJvm("servers")), name + "-");
            Path log = Files.createDirectories(BuildOutput.path("server-logs")).resolve(name + ".log");
            var builder = new ProcessBuilder(kind.prepare(war, port, home)).redirectErrorStream(true);
            builder.environment().putAll(environment);
            builder.environment().put("LAUNCH_JBOSS_IN_BACKGROUND", "true"); // standalone.sh then passes signals on
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            var server = new ServerProcess(
                    builder.start(),
                    home,
                    log,
                    URI.create("http://127.0.0.1:" + port),
                    URI.create("http://127.0.0.1:" + kind.healthPort(port) + "/health"));
            Runtime.getRuntime().addShutdownHook(new Thread(server::kill));
            new Thread(() -> server.follow(kind), name + "-output").start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it answers: scheme, host and port, without a path. */
    public URI address() {
        return address;
    }

    /** Where it tells its health: below this. */
    URI health() {
        return health;
    }

    /** What the process ended with. */
    int exitStatus() {
        return process.exitValue();
    }

    /** The file with everything that the server printed. */
    public Path log() {
        return log;
    }

    /** What it has used of processors' time since it started. */
    Duration processorTime() {
        return Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .map(each -> each.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** How many threads it has now, as Linux counts them. */
    long threads() {
        return Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .map(each -> Path.of("/proc", Long.toString(each.pid()), "task")
                        .toFile()
                        .list())
                .filter(Objects::nonNull)
                .mapToLong(tasks -> tasks.length)
                .sum();
    }

    /** Asks it to stop, as an operator would, and returns when it has. Its directory goes, its log stays. */
    @Override
    public void close() {
        stop();
        Directories.delete(home);
    }

    private void stop() {
        stop(STOP_LIMIT);
    }

    /** The same, and its directory stays. */
    void stop(Duration limit) {
        process.toHandle().destroy(); // which, unlike the process's own, leaves its output open to the last line
        try {
            if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
    }

    /** Ends it on the spot, without a chance to tidy up (SIGKILL), and returns when it is gone. */
    public void kill() {
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).forEach(ProcessHandle::destroyForcibly);
        process.onExit().join();
    }

    private void follow(ServerKind kind) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
                BufferedWriter copy = Files.newBufferedWriter(log)) {
            boolean sawDeployment = false;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                copy.write(line);
                copy.newLine();
                copy.flush();
                sawDeployment |= kind.saysDeployed(line);
                if (kind.saysStarted(line)) {
                    deployed.complete(sawDeployment);
                }
            }
            deployed.complete(false);
        } catch (IOException e) {
            deployed.completeExceptionally(e);
        }
    }

    private void awaitDeployment() {
        try {
            if (deployed.get(START_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                return;
            }
            kill();
            throw new IllegalStateException("The server did not deploy the WAR; see " + log);
        } catch (TimeoutException e) {
            kill();
            throw new IllegalStateException("The server was not ready within " + START_LIMIT + "; see " + log, e);
        } catch (ExecutionException e) {
            kill();
            throw new IllegalStateException("The server's output could not be followed", e);
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the server started", e);
        }
    }
}
