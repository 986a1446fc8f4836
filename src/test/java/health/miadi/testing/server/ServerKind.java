package health.miadi.testing.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A make of application server: how one starts it, and how one sees that it runs the WAR. */
interface ServerKind {

    /** A short name, fit for a file name. */
    String name();

    /**
     * Puts the WAR in place and answers the command that starts the server with it at the root of the given port.
     *
     * @param war the archive to deploy, unchanged
     * @param port the HTTP port, on the loopback address
     * @param home an empty directory of this server's own
     */
    List<String> prepare(Path war, int port, Path home) throws IOException;

    /** The port on which a server that was prepared answers {@code /health}. */
    default int healthPort(int port) {
        return port;
    }

    /** Whether this line of the server's output says that the WAR is deployed. */
    boolean saysDeployed(String line);

    /** Whether this line of the server's output says that starting is over, deployed or not. */
    boolean saysStarted(String line);
}
