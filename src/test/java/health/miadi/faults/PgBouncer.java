package health.miadi.faults;

import static org.awaitility.Awaitility.await;

import health.miadi.testing.server.BuildOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** PgBouncer with {@code deploy/pgbouncer/pgbouncer.ini}, but for what that tells its reader to change. */
final class PgBouncer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path configuration;
    private final int port;
    private Process process;

    private PgBouncer(Path configuration, int port) {
        this.configuration = configuration;
        this.port = port;
        this.process = begin();
    }

    static PgBouncer before(int database) {
        Program.need("pgbouncer", Program.find("pgbouncer"));
        Path directory = Program.directory("pgbouncer");
        int port = Stage.freePorts(1).get(0);
        try {
            Path users = Files.writeString(directory.resolve("userlist.txt"), "\"miadi\" \"\"\n\"miadi_owner\" \"\"\n");
            String text = Files.readString(Path.of("deploy/pgbouncer/pgbouncer.ini"))
                    .replace("host=10.0.0.20 port=5432", "host=127.0.0.1 port=" + database)
                    .replace("listen_port = 6432", "listen_port = " + port)
                    .replace("auth_type = scram-sha-256", "auth_type = trust")
                    .replace("/etc/pgbouncer/userlist.txt", users.toString());
            Path configuration = Files.writeString(directory.resolve("pgbouncer.ini"), text);
            Program.give(users);
            Program.give(configuration);
            return new PgBouncer(configuration, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process begin() {
        Process begun = Program.start(
                Program.withoutPower(
                        List.of(Program.find("pgbouncer").orElseThrow().toString(), configuration.toString())),
                Map.of(),
                BuildOutput.path("server-logs").resolve("faults-pgbouncer.log"));
        await().atMost(PATIENCE).until(this::answers);
        return begun;
    }

    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    /** Ends it on the spot, with all that it carried. */
    void kill() {
        Program.kill(process.toHandle());
    }

    void start() {
        process = begin();
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        kill();
    }
}
