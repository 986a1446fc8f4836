package health.miadi.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A network between nodes and database that can stop to carry anything: what is sent gets no answer, neither a refusal nor an
 * end, as when a cable is pulled.
 */
final class Swallower implements AutoCloseable {
    private static final int CHUNK = 16 * 1024;

    private final ServerSocket door;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Object gate = new Object();
    private volatile boolean swallows;

    private Swallower(ServerSocket door, int target) {
        this.door = door;
        this.target = target;
    }

    /** One in front of that port of the loopback address. */
    static Swallower before(int target) {
        try {
            var swallower = new Swallower(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()), target);
            daemon(swallower::accept);
            return swallower;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return door.getLocalPort();
    }

    /** From now on nothing passes, on connections old and new. */
    void swallow() {
        swallows = true;
    }

    /** What was underway is lost with its connections; new ones are carried. */
    void carryOn() {
        swallows = false;
        open.forEach(Swallower::close);
        synchronized (gate) {
            gate.notifyAll();
        }
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket near = door.accept();
                open.add(near);
                daemon(() -> carry(near));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void carry(Socket near) {
        Socket far = new Socket();
        open.add(far);
        try {
            near.setTcpNoDelay(true);
            awaitGate();
            far.setTcpNoDelay(true);
            far.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target));
            daemon(() -> pump(far, near));
            pump(near, far);
        } catch (IOException refused) {
            end(near, far);
        }
    }

    private void pump(Socket from, Socket to) {
        byte[] chunk = new byte[CHUNK];
        try {
            for (int read = from.getInputStream().read(chunk);
                    read >= 0;
                    read = from.getInputStream().read(chunk)) {
                awaitGate();
                to.getOutputStream().write(chunk, 0, read);
            }
            // nor is the end of a connection told
            awaitGate();
        } catch (IOException broken) {
            // ended below
        }
        end(from, to);
    }

    private void awaitGate() {
        synchronized (gate) {
            while (swallows) {
                try {
                    gate.wait();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }

    private void end(Socket one, Socket other) {
        close(one);
        close(other);
        open.remove(one);
        open.remove(other);
    }

    private static void close(@Nullable Socket socket) {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException e) {
            // it is of no use any more
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "swallower");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        door.close();
        carryOn();
    }
}
