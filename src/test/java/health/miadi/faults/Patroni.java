package health.miadi.faults;

import static org.awaitility.Awaitility.await;

import health.miadi.testing.server.BuildOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Two machines with {@code deploy/patroni/patroni.yml}, but for what that tells its reader to change, and an etcd: each
 * machine is a Patroni with its PostgreSQL.
 */
final class Patroni implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int MACHINES = 2;

    private final Process etcd;
    private final List<Integer> databasePorts = Stage.freePorts(MACHINES);
    private final List<Integer> restPorts = Stage.freePorts(MACHINES);
    private final List<Path> files = new ArrayList<>();
    private final List<Process> machines = new ArrayList<>();

    private Patroni() {
        int[] ports = Stage.freePorts(2).stream().mapToInt(Integer::intValue).toArray();
        String client = "http://127.0.0.1:" + ports[0];
        String peer = "http://127.0.0.1:" + ports[1];
        etcd = Program.start(
                Program.withoutPower(List.of(
                        Program.find("etcd").orElseThrow().toString(),
                        "--name",
                        "one",
                        "--data-dir",
                        Program.directory("etcd").resolve("data").toString(),
                        "--listen-client-urls",
                        client,
                        "--advertise-client-urls",
                        client,
                        "--listen-peer-urls",
                        peer,
                        "--initial-advertise-peer-urls",
                        peer,
                        "--initial-cluster",
                        "one=" + peer)),
                Map.of(),
                log("etcd"));
        await().atMost(PATIENCE).until(() -> status(URI.create(client + "/health")) == 200);
        for (int i = 0; i < MACHINES; i++) {
            files.add(configuration(i, ports[0]));
            machines.add(begin(i));
            // the first makes the cluster, the other copies it
            int machine = i;
            await().atMost(PATIENCE).until(() -> is(machine, machine == 0 ? "primary" : "replica"));
        }
        await().atMost(PATIENCE).until(() -> is(1, "synchronous"));
    }

    static Patroni start() {
        Program.need("patroni", Program.find("patroni"));
        Program.need("etcd-server", Program.find("etcd"));
        Program.need("postgresql", Program.ofPostgres("postgres"));
        return new Patroni();
    }

    private static Path log(String name) {
        return BuildOutput.path("server-logs").resolve("faults-" + name + ".log");
    }

    private Path configuration(int machine, int etcdPort) {
        try {
            Path directory = Program.directory("patroni" + (machine + 1));
            String text = Files.readString(Path.of("deploy/patroni/patroni.yml"))
                    .replace("name: postgres1", "name: postgres" + (machine + 1))
                    .replace("10.0.0.21:8008", "127.0.0.1:" + restPorts.get(machine))
                    .replace("10.0.0.21:5432", "127.0.0.1:" + databasePorts.get(machine))
                    .replaceFirst("hosts: 10\\.0\\.0\\.31.*", "hosts: 127.0.0.1:" + etcdPort)
                    .replace("10.0.0.0/24", "127.0.0.1/32")
                    .replace(
                            "/var/lib/postgresql/15/miadi",
                            directory.resolve("data").toString())
                    .replace(
                            "bin_dir: /usr/lib/postgresql/15/bin",
                            "bin_dir: "
                                    + Path.of(OwnPostgres.program("postgres")).getParent())
                    .replace(
                            "/run/postgresql/patroni.pgpass",
                            directory.resolve("pgpass").toString())
                    .replace("unix_socket_directories: /run/postgresql", "unix_socket_directories: ''")
                    // the tests' own superuser has no password
                    .replace("- local all postgres peer", "- host all postgres 127.0.0.1/32 trust");
            Path file = Files.writeString(directory.resolve("patroni.yml"), text);
            Program.give(file);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process begin(int machine) {
        return Program.start(
                Program.withoutPower(List.of(
                        Program.find("patroni").orElseThrow().toString(),
                        files.get(machine).toString())),
                Map.of(),
                log("patroni" + (machine + 1)));
    }

    /** What Patroni says of that machine at its REST interface: {@code primary}, {@code replica}, {@code synchronous}. */
    boolean is(int machine, String role) {
        return status(URI.create("http://127.0.0.1:" + restPorts.get(machine) + "/" + role)) == 200;
    }

    private static int status(URI address) {
        try {
            return ((HttpURLConnection) address.toURL().openConnection()).getResponseCode();
        } catch (IOException away) {
            return 0;
        }
    }

    /** The one that is primary. */
    int primary() {
        return is(0, "primary") ? 0 : 1;
    }

    /** As nodes are told: all machines, of which they want the one that takes bookings. */
    String url() {
        return "jdbc:postgresql://" + hosts() + "/miadi?targetServerType=primary&hostRecheckSeconds=1";
    }

    /** All of PostgreSQL, with their ports. */
    String hosts() {
        return databasePorts.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(","));
    }

    /** That machine dies: Patroni, and all processes of PostgreSQL. */
    void kill(int machine) {
        try {
            Path pid = files.get(machine).resolveSibling("data").resolve("postmaster.pid");
            long postmaster = Long.parseLong(Files.readAllLines(pid).get(0));
            Program.kill(machines.get(machine).toHandle());
            ProcessHandle.of(postmaster).ifPresent(Program::kill);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** It comes back, and stands by. */
    void start(int machine) {
        machines.set(machine, begin(machine));
        awaitSynchronous(machine);
    }

    void awaitPrimary(int machine) {
        await().atMost(PATIENCE).until(() -> is(machine, "primary"));
    }

    void awaitSynchronous(int machine) {
        await().atMost(PATIENCE).until(() -> is(machine, "synchronous"));
    }

    /** By hand, as an operator does before work on the machine that is primary. */
    void switchOver(int from, int to) {
        Program.run(List.of(
                Program.find("patronictl").orElseThrow().toString(),
                "-c",
                files.get(from).toString(),
                "switchover",
                "miadi",
                "--master",
                "postgres" + (from + 1),
                "--candidate",
                "postgres" + (to + 1),
                "--force"));
        awaitPrimary(to);
        awaitSynchronous(from);
    }

    @Override
    public void close() {
        for (int i = 0; i < MACHINES; i++) {
            Program.kill(machines.get(i).toHandle());
            Path pid = files.get(i).resolveSibling("data").resolve("postmaster.pid");
            if (Files.exists(pid)) {
                kill(i);
            }
        }
        Program.kill(etcd.toHandle());
    }
}
