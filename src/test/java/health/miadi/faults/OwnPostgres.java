package health.miadi.faults;

import static org.awaitility.Awaitility.await;

import health.miadi.testing.server.BuildOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL of Debian's, as an operator has one, durable, with its files in a directory of the run's own. */
final class OwnPostgres implements AutoCloseable {
    /** Few enough to be used up. */
    static final int MAX_CONNECTIONS = 100;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Path data;
    private final int port;
    private final Path log;
    private @Nullable Process process;

    private OwnPostgres(Path data, int port, String name) {
        this.data = data;
        this.port = port;
        try {
            this.log = Files.createDirectories(BuildOutput.path("server-logs")).resolve("faults-" + name + ".log");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes one, which does not run yet. */
    static OwnPostgres make(String name, int port) {
        return makeIn(Program.directory(name).resolve("data"), name, port);
    }

    /** Makes one in that directory. */
    static OwnPostgres makeIn(Path data, String name, int port) {
        Program.need("postgresql", Program.ofPostgres("postgres"));
        Program.run(Program.withoutPower(List.of(
                program("initdb"),
                "-D",
                data.toString(),
                "-U",
                "postgres",
                "-A",
                "trust",
                "-E",
                "UTF8",
                "--locale=C.UTF-8")));
        return new OwnPostgres(data, port, name);
    }

    /** One whose files are there already. */
    static OwnPostgres in(Path data, String name, int port) {
        return new OwnPostgres(data, port, name);
    }

    static String program(String name) {
        return Program.ofPostgres(name).orElseThrow().toString();
    }

    /** Starts it, and returns when it answers. */
    OwnPostgres start(String... settings) {
        return start(Map.of(), settings);
    }

    /** The same with more in its environment. */
    OwnPostgres start(Map<String, String> environment, String... settings) {
        begin(environment, settings);
        awaitAnswer();
        return this;
    }

    /** Starts it, and returns at once. */
    void begin(Map<String, String> environment, String... settings) {
        List<String> command = new ArrayList<>(List.of("env"));
        // of PostgreSQL alone, and not of what gives up root's power for it
        environment.forEach((name, value) -> command.add(name + "=" + value));
        command.addAll(List.of(
                program("postgres"),
                "-D",
                data.toString(),
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "log_error_verbosity=terse",
                "-c",
                "max_connections=" + MAX_CONNECTIONS));
        for (String setting : settings) {
            command.add("-c");
            command.add(setting);
        }
        process = Program.start(Program.withoutPower(command), Map.of(), log);
    }

    void awaitAnswer() {
        await().atMost(PATIENCE).until(this::answers);
    }

    boolean answers() {
        try (Connection connection = connect("postgres")) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    /** Whether it still takes what it finds in an archive, or stands by. */
    boolean isRecovering() throws SQLException {
        try (Connection connection = connect("postgres");
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT pg_is_in_recovery()")) {
            return row.next() && row.getBoolean(1);
        }
    }

    boolean isRunning() {
        return process != null && process.isAlive();
    }

    /** SIGINT to the postmaster: transactions are broken off, and what is committed is written ("fast"). */
    void stop() {
        end("INT");
    }

    /** SIGKILL for all of its processes at once, as when the machine's power fails, but for what the disk had not yet. */
    void kill() {
        postmaster().ifPresent(Program::kill);
        awaitEnd();
    }

    /** SIGQUIT to the postmaster: an immediate shutdown, after which it recovers. */
    void stopImmediately() {
        end("QUIT");
    }

    private void end(String signal) {
        postmaster().ifPresent(postmaster -> {
            try {
                new ProcessBuilder("kill", "-" + signal, Long.toString(postmaster.pid()))
                        .start()
                        .onExit()
                        .join();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        awaitEnd();
    }

    private void awaitEnd() {
        if (process != null) {
            await().atMost(PATIENCE).until(() -> !isRunning());
        }
        process = null;
    }

    /** Stops all of its processes where they are: it takes connections and answers nothing. */
    void freeze() {
        postmaster().ifPresent(postmaster -> Program.signal("STOP", postmaster));
    }

    void thaw() {
        postmaster().ifPresent(postmaster -> Program.signal("CONT", postmaster));
    }

    private Optional<ProcessHandle> postmaster() {
        try {
            Path file = data.resolve("postmaster.pid");
            return Files.exists(file)
                    ? ProcessHandle.of(Long.parseLong(Files.readAllLines(file).get(0)))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A connection as its superuser. */
    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?connectTimeout=2&socketTimeout=30",
                "postgres",
                "");
    }

    /** Has its superuser say that. */
    void execute(String database, String sql) {
        try (Connection connection = connect(database);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Takes its files, while it is stopped, to another place. */
    void moveTo(Path other) {
        Program.run(List.of("cp", "-a", data.toString(), other.toString()));
        Program.run(List.of("rm", "-rf", data.toString()));
        data = other;
    }

    int port() {
        return port;
    }

    Path data() {
        return data;
    }

    @Override
    public void close() {
        thaw();
        kill();
        // what belongs to another user may be removed by a program, if by anybody
        Program.run(List.of("rm", "-rf", data.toString()));
    }
}
