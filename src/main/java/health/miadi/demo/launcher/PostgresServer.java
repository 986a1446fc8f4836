package health.miadi.demo.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The running embedded PostgreSQL: on loopback only, on a free port, with every safeguard against loss switched on.
 *
 * <p>It runs in a session of its own, so Ctrl-C reaches the application server first and this one only through
 * {@link #stop}.
 */
final class PostgresServer implements RunningParts.Part {
    private static final int STOP_LIMIT_SECONDS = 60;
    private static final int START_LIMIT_SECONDS = 120;
    private static final int START_TRIES = 3;

    private final PostgresCommand postgres;
    private final Path data;
    private final int port;
    private final ProcessHandle process;

    private PostgresServer(PostgresCommand postgres, Path data, int port, ProcessHandle process) {
        this.postgres = postgres;
        this.data = data;
        this.port = port;
        this.process = process;
    }

    /**
     * Starts it and waits until it takes connections.
     *
     * @throws LaunchRefusal when it does not start; the log tells why
     */
    static PostgresServer start(PostgresCommand postgres, Path data, Path log) {
        try {
            for (int tries = 1; ; tries++) {
                int port = LoopbackPort.free();
                PostgresCommand.Outcome outcome = postgres.run("pg_ctl", startArguments(data, log, port), "");
                if (outcome.succeeded()) {
                    return new PostgresServer(
                            postgres, data, port, runningProcess(data).orElseThrow());
                }
                stop(postgres, data);
                if (tries == START_TRIES) {
                    throw new LaunchRefusal(
                            "The database in " + data + " does not start (" + reason(log) + "); see " + log + ".");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String reason(Path log) throws IOException {
        List<String> fatal = Files.exists(log)
                ? Files.readAllLines(log).stream()
                        .filter(line -> line.contains("FATAL:") || line.contains("PANIC:"))
                        .toList()
                : List.of();
        return fatal.isEmpty()
                ? "no reason given"
                : fatal.get(fatal.size() - 1).replaceFirst(".*(FATAL|PANIC):\\s*", "");
    }

    private static List<String> startArguments(Path data, Path log, int port) {
        String settings = "-c listen_addresses=127.0.0.1 -c port=" + port
                + " -c unix_socket_directories= -c fsync=on -c synchronous_commit=on -c full_page_writes=on"
                + " -c timezone=UTC -c log_timezone=UTC"
                // the detail of an error quotes rows, and rows are people's data
                + " -c log_error_verbosity=terse";
        return List.of(
                "start",
                "--pgdata=" + data,
                "--log=" + log,
                "--wait",
                "--timeout=" + START_LIMIT_SECONDS,
                "--options=" + settings);
    }

    /** Ends a server that an earlier launcher left behind on this directory, if there is one. */
    static void endFormer(PostgresCommand postgres, Path data) throws IOException {
        Optional<ProcessHandle> former = runningProcess(data);
        if (former.isEmpty()) {
            return;
        }
        boolean isPostgres = former.get().info().command().orElse("").endsWith("/bin/postgres");
        if (isPostgres) {
            stop(postgres, data);
        } else {
            // the number went to another process since: PostgreSQL would take that one for itself
            Files.deleteIfExists(data.resolve("postmaster.pid"));
        }
    }

    private static Optional<ProcessHandle> runningProcess(Path data) throws IOException {
        try {
            List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
            return lines.isEmpty()
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(lines.get(0).strip()));
        } catch (NoSuchFileException | NumberFormatException none) {
            return Optional.empty();
        }
    }

    /** How the application gets in. */
    DatabaseAccess access(String password, String ownerPassword) {
        return new DatabaseAccess(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + PostgresDirectory.DATABASE,
                PostgresDirectory.ROLE,
                password,
                ownerPassword);
    }

    long processId() {
        return process.pid();
    }

    CompletableFuture<?> ended() {
        return process.onExit();
    }

    @Override
    public void stop() {
        try {
            stop(postgres, data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stop(PostgresCommand postgres, Path data) throws IOException {
        if (runningProcess(data).isPresent()) {
            postgres.run(
                    "pg_ctl",
                    List.of("stop", "--pgdata=" + data, "--mode=fast", "--wait", "--timeout=" + STOP_LIMIT_SECONDS),
                    "");
        }
    }
}
