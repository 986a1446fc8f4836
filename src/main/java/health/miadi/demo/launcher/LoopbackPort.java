package health.miadi.demo.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** TCP ports of 127.0.0.1, the only address that the run command listens on. */
final class LoopbackPort {

    private LoopbackPort() {}

    /**
     * Proves that a server may listen on the port.
     *
     * @throws LaunchRefusal when it is taken, or not for this user
     */
    static void proveFree(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address(), port));
        } catch (IOException e) {
            boolean forbidden = String.valueOf(e.getMessage()).contains("ermission");
            throw new LaunchRefusal(
                    forbidden
                            ? "User " + System.getProperty("user.name") + " may not listen on port " + port
                                    + ": set MIADI_PORT to one from 1024 to 65535."
                            : "Port " + port + " is in use: stop what uses it, or set MIADI_PORT to another one.",
                    e);
        }
    }

    private static InetAddress address() throws IOException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    }

    /** A port that was free a moment ago. */
    static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, address())) {
            return socket.getLocalPort();
        }
    }
}
