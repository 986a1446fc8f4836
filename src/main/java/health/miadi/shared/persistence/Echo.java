package health.miadi.shared.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * This node talking to itself through the database: the proof that it hears what the database says. A pooler in between takes
 * {@code LISTEN} and passes nothing on, and so does the address of another database.
 */
final class Echo implements DatabaseListener {
    /** How old the last proof may be. */
    static final Duration GOOD_FOR = Duration.ofSeconds(15);

    private static final Logger LOG = Logger.getLogger(Echo.class.getName());
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final String word = UUID.randomUUID().toString();
    private final Voice voice;

    private volatile boolean proven;
    private volatile long heardAt;
    private volatile long connectedAt = System.nanoTime();
    private volatile boolean complained;

    Echo(Voice voice) {
        this.voice = voice;
    }

    /** Says something as every transaction does: through the ordinary pool. */
    @FunctionalInterface
    interface Voice {
        void say(String channel, String word) throws SQLException;

        /** Through the connections of that source. */
        static Voice through(TransactionConnection.Source connections) {
            return (channel, word) -> {
                try (Connection connection = connections.borrow();
                        var statement = connection.prepareStatement("SELECT pg_notify(?, ?)")) {
                    statement.setString(1, channel);
                    statement.setString(2, word);
                    statement.execute();
                }
            };
        }
    }

    /** Says the word. A database that is away makes that impossible, and is told of elsewhere. */
    void say() {
        try {
            voice.say(channel(), word);
            complain();
        } catch (SQLException away) {
            LOG.log(Level.FINE, "Nothing can be said at the moment");
        }
    }

    /** Whether this node has heard itself since it is connected, and lately. */
    boolean isHeard() {
        return proven && System.nanoTime() - heardAt < GOOD_FOR.toNanos();
    }

    private void complain() {
        if (!isHeard() && !complained && System.nanoTime() - connectedAt > GRACE.toNanos()) {
            complained = true;
            LOG.log(
                    Level.WARNING,
                    "This node does not hear the database's notifications: it asks the database at every request, and is not"
                            + " ready. Behind a pooler set MIADI_DB_LISTEN_URL to the database's own address");
        }
    }

    @Override
    public String channel() {
        return "miadi_echo";
    }

    @Override
    public void heard(String payload) {
        if (payload.equals(word)) {
            heardAt = System.nanoTime();
            proven = true;
            if (complained) {
                complained = false;
                LOG.log(Level.INFO, "This node hears the database's notifications again");
            }
        }
    }

    @Override
    public void connected() {
        connectedAt = System.nanoTime();
        proven = false;
    }
}
