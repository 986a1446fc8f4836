package health.miadi.demo.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** TCP ports of 127.0.0.1, the only address that the run command listens on. */
final class LoopbackPort {

    private static final int LOOK_EVERY_MILLIS = 50;

    private LoopbackPort() {}

    /**
     * Proves that a server may listen on the port.
     *
     * @param patience how long it may still be taken
     * @throws LaunchRefusal when it stays taken, or is not for this user
     */
    static void proveFree(int port, Duration patience) throws IOException {
        long begun = System.nanoTime();
        while (true) {
            try (ServerSocket socket = new ServerSocket()) {
                socket.setReuseAddress(true);
                socket.bind(new InetSocketAddress(address(), port));
                return;
            } catch (IOException e) {
                boolean forbidden = String.valueOf(e.getMessage()).contains("ermission");
                if (forbidden) {
                    throw new LaunchRefusal(
                            "User " + System.getProperty("user.name") + " may not listen on port " + port
                                    + ": set MIADI_PORT to one from 1024 to 65535.",
                            e);
                }
                if (System.nanoTime() - begun >= patience.toNanos()) {
                    throw new LaunchRefusal(
                            "Port " + port + " is in use: stop what uses it, or set MIADI_PORT to another one.", e);
                }
            }
            pause();
        }
    }

    private static void pause() throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
        } catch (InterruptedException e) {
            throw new IOException("Interrupted while the port became free", e);
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
