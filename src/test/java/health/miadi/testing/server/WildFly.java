package health.miadi.testing.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The WildFly that the Maven profile {@code wildfly} provisions. */
final class WildFly implements ServerKind {

    private final Path installation;
    private int managementPort;

    WildFly(Path installation) {
        this.installation = installation;
    }

    /** One whose health is at that port. */
    WildFly(Path installation, int managementPort) {
        this.installation = installation;
        this.managementPort = managementPort;
    }

    @Override
    public String name() {
        return "wildfly";
    }

    @Override
    public List<String> prepare(Path war, int port, Path home) throws IOException {
        if (managementPort == 0) {
            managementPort = Processes.freePort();
        }
        Directories.copy(installation.resolve("standalone"), home);
        Files.copy(war, home.resolve("deployments/miadi.war"), StandardCopyOption.REPLACE_EXISTING);
        return List.of(
                installation.resolve("bin/standalone.sh").toString(),
                "-b",
                "127.0.0.1",
                "-bmanagement",
                "127.0.0.1",
                "-Djboss.server.base.dir=" + home,
                "-Djboss.http.port=" + port,
                "-Djboss.https.port=" + Processes.freePort(),
                "-Djboss.management.http.port=" + managementPort);
    }

    @Override
    public int healthPort(int port) {
        return managementPort;
    }

    @Override
    public boolean saysDeployed(String line) {
        return line.contains("WFLYSRV0010: Deployed \"miadi.war\"");
    }

    @Override
    public boolean saysStarted(String line) {
        return line.contains("WFLYSRV0025") || line.contains("WFLYSRV0026");
    }
}
