package health.miadi.shared.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** One connection that does nothing but listen. */
final class ChannelConnection implements AutoCloseable {
    private static final Pattern CHANNEL_FORM = Pattern.compile("[a-z_]{1,60}");

    /** An answer that takes longer than this is none, in seconds. */
    private static final int PATIENCE_SECONDS = 1;

    private final Connection connection;

    /** Takes the connection over, and hears the channels from now on. */
    ChannelConnection(Connection connection, List<String> channels) throws SQLException {
        this.connection = connection;
        try (Statement statement = connection.createStatement()) {
            for (String channel : channels) {
                if (!CHANNEL_FORM.matcher(channel).matches()) {
                    throw new IllegalArgumentException("not the name of a channel: " + channel);
                }
                statement.execute("LISTEN " + channel);
            }
        }
    }

    /**
     * Waits for something to be said, or for the time to pass, and in the second case asks whether the database is still
     * there.
     *
     * @param milliseconds how long to wait, more than 0
     * @throws SQLException when it is not
     */
    void receive(int milliseconds, Consumer<PGNotification> listener) throws SQLException {
        PGNotification[] said = connection.unwrap(PGConnection.class).getNotifications(milliseconds);
        if (said != null && said.length > 0) {
            List.of(said).forEach(listener);
        } else if (!connection.isValid(PATIENCE_SECONDS)) {
            throw new SQLException("the database does not answer");
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
