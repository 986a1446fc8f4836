package health.miadi.shared.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.postgresql.PGNotification;

/** Listens until it is closed, and connects again whenever the connection is lost. */
final class ListeningLoop implements Runnable, AutoCloseable {
    /** How old the last sign of life may be for the listeners to be up to date. */
    static final Duration STALE_AFTER = Duration.ofSeconds(2);

    private static final Logger LOG = Logger.getLogger(ListeningLoop.class.getName());
    private static final int POLL_MILLIS = 500;
    private static final int RETRY_MILLIS = 500;

    private final Connections connections;
    private final List<DatabaseListener> listeners;
    private final CountDownLatch closed = new CountDownLatch(1);

    /** When everything said until then had been told, by {@link System#nanoTime()}; meaningful while connected. */
    private volatile long upToDateAt;

    private volatile boolean connected;

    ListeningLoop(Connections connections, List<DatabaseListener> listeners) {
        this.connections = connections;
        this.listeners = List.copyOf(listeners);
    }

    /** Where a connection of its own comes from: a pool would take it back. */
    @FunctionalInterface
    interface Connections {
        Connection open() throws SQLException;
    }

    /** True while the listeners know all that was said until {@link #STALE_AFTER} ago. */
    boolean isLive() {
        return connected && System.nanoTime() - upToDateAt < STALE_AFTER.toNanos();
    }

    @Override
    public void run() {
        boolean complained = false;
        while (!isClosed()) {
            try {
                listen();
            } catch (SQLException away) {
                if (!complained || connected) {
                    // a line and no trace: it says nothing that the state has not
                    LOG.log(
                            Level.WARNING,
                            "What happens in the database is not heard (SQL state {0}); trying again",
                            away.getSQLState());
                }
                complained = true;
            } catch (RuntimeException broken) {
                if (!complained || connected) {
                    LOG.log(Level.WARNING, "What happens in the database is not heard; trying again", broken);
                }
                complained = true;
            } finally {
                connected = false;
            }
            pause();
        }
    }

    private void listen() throws SQLException {
        List<String> channels =
                listeners.stream().map(DatabaseListener::channel).distinct().toList();
        try (ChannelConnection connection = new ChannelConnection(connections.open(), channels)) {
            long now = System.nanoTime();
            listeners.forEach(DatabaseListener::connected);
            upToDateAt = now;
            connected = true;
            LOG.log(Level.FINE, "Listening to {0}", channels);
            while (!isClosed()) {
                connection.receive(POLL_MILLIS, this::tell);
                upToDateAt = System.nanoTime();
            }
        }
    }

    private void tell(PGNotification said) {
        listeners.stream()
                .filter(listener -> listener.channel().equals(said.getName()))
                .forEach(listener -> listener.heard(said.getParameter()));
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    private void pause() {
        try {
            if (closed.await(RETRY_MILLIS, TimeUnit.MILLISECONDS)) {
                LOG.log(Level.FINE, "Listens no more");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            close();
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
