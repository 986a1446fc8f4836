package health.miadi.testing.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Payara Server, which the Maven profile {@code payara-server} unpacks, run by the script that operators are given. */
final class PayaraServer implements ServerKind {

    private final Path installation;

    PayaraServer(Path installation) {
        this.installation = installation;
    }

    @Override
    public String name() {
        return "payara-server";
    }

    @Override
    public List<String> prepare(Path war, int port, Path home) throws IOException {
        return List.of(
                "env",
                "MIADI_PORT=" + port,
                "MIADI_ADMIN_PORT=" + Processes.freePort(),
                "MIADI_JAVA_OPTIONS=-Xmx768m -XX:+UseSerialGC",
                "TMPDIR=" + Files.createDirectory(home.resolve("tmp")),
                "sh",
                BuildOutput.path("../deploy/payara-server/run").normalize().toString(),
                installation.toString(),
                war.toString());
    }

    @Override
    public boolean saysDeployed(String line) {
        return line.contains("miadi was successfully deployed in ");
    }

    @Override
    public boolean saysStarted(String line) {
        return line.contains("Boot Command deploy returned with result");
    }
}
