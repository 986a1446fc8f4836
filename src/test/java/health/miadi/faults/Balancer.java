package health.miadi.faults;

import static org.awaitility.Awaitility.await;

import health.miadi.testing.server.BuildOutput;
import health.miadi.testing.server.ServerUnderTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** HAProxy with {@code deploy/haproxy/haproxy.cfg}, but for what that tells its reader to change, and TLS. */
final class Balancer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Process process;
    private final URI address;
    private final Path log;

    private Balancer(Process process, URI address, Path log) {
        this.process = process;
        this.log = log;
        this.address = address;
    }

    /** Starts it in front of nodes at those ports, whose health is at these. */
    static Balancer start(int port, List<Integer> nodes, List<Integer> health) {
        Path program = Program.need("haproxy", Program.find("haproxy"));
        try {
            StringBuilder servers = new StringBuilder();
            for (int i = 0; i < nodes.size(); i++) {
                servers.append("    server node%d 127.0.0.1:%d".formatted(i + 1, nodes.get(i)));
                servers.append(ServerUnderTest.isPayara() ? "\n" : " check port " + health.get(i) + "\n");
            }
            String text = Files.readString(Path.of("deploy/haproxy/haproxy.cfg"))
                    .replaceFirst("bind :443 ssl .*", "bind 127.0.0.1:" + port)
                    .replaceFirst(" *bind :80\n", "")
                    .replaceFirst(" *http-request redirect scheme .*\n", "")
                    .replaceFirst("(?s)    server node1 .*", "")
                    .concat(servers.toString());
            Path directory = Files.createDirectories(BuildOutput.path("faults"));
            Path configuration = Files.writeString(directory.resolve("haproxy-" + port + ".cfg"), text);
            Path log = BuildOutput.path("server-logs").resolve("faults-haproxy-" + port + ".log");
            Process process =
                    Program.start(List.of(program.toString(), "-db", "-f", configuration.toString()), Map.of(), log);
            var balancer = new Balancer(process, URI.create("http://127.0.0.1:" + port), log);
            await().atMost(PATIENCE).until(() -> balancer.status() == 200);
            return balancer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int status() {
        try {
            var connection =
                    (HttpURLConnection) address.resolve("/openapi").toURL().openConnection();
            return connection.getResponseCode();
        } catch (IOException e) {
            return 0;
        }
    }

    /** Waits until it counts on that node, as it says in its log. */
    void awaitUp(String node) {
        await().atMost(PATIENCE).until(() -> {
            String said = Files.readString(log);
            return said.lastIndexOf("/" + node + " is UP") >= said.lastIndexOf("/" + node + " is DOWN");
        });
    }

    URI address() {
        return address;
    }

    @Override
    public void close() {
        Program.kill(process.toHandle());
    }
}
