package health.miadi.shared.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How long one request waits for the database, all its waits together (ADR 0035). What it waited for connections is taken off
 * what the last of them may be silent, and after an outage it asks the database for nothing more: a session check, a
 * transaction and the second look of a repeated creation would otherwise each wait for themselves. A thread that works for no
 * request has the limits of each wait alone.
 */
public final class DatabasePatience {
    /** What is left to a connection that was waited for too long: enough for a database that works. */
    private static final long LEAST_MILLIS = 1_000;

    private static final ThreadLocal<@Nullable DatabasePatience> OF_REQUEST = new ThreadLocal<>();

    private long waitedNanos;
    private boolean lost;

    private DatabasePatience() {}

    /** A request begins on this thread. */
    public static void begin() {
        OF_REQUEST.set(new DatabasePatience());
    }

    /** The request has left this thread. */
    public static void end() {
        OF_REQUEST.remove();
    }

    /** The database failed this request. */
    static void lose() {
        DatabasePatience patience = OF_REQUEST.get();
        if (patience != null) {
            patience.lost = true;
        }
    }

    /** Where connections come from. */
    @FunctionalInterface
    interface Source {
        Connection open() throws SQLException;
    }

    /**
     * A connection that is silent for no longer than is left to the request.
     *
     * @throws SQLException when there is none, or the database has failed this request before
     */
    static Connection within(DatabaseLimits limits, Source source) throws SQLException {
        DatabasePatience patience = OF_REQUEST.get();
        return patience == null ? source.open() : patience.open(limits, source);
    }

    private Connection open(DatabaseLimits limits, Source source) throws SQLException {
        if (lost) {
            throw new SQLTransientConnectionException("the database failed earlier in this request", "08003");
        }
        long begun = System.nanoTime();
        try {
            Connection connection = source.open();
            waitedNanos += System.nanoTime() - begun;
            return limited(connection, silenceMillis(limits));
        } catch (SQLException away) {
            lost = true;
            throw away;
        }
    }

    /** One that broke meanwhile goes back to where it came from. */
    private static Connection limited(Connection connection, int silenceMillis) throws SQLException {
        try {
            connection.setNetworkTimeout(Runnable::run, silenceMillis);
            return connection;
        } catch (SQLException broken) {
            connection.close();
            throw broken;
        }
    }

    private int silenceMillis(DatabaseLimits limits) {
        long left = limits.requestMillis() - TimeUnit.NANOSECONDS.toMillis(waitedNanos);
        return (int) Math.min(TimeUnit.SECONDS.toMillis(limits.socketSeconds()), Math.max(left, LEAST_MILLIS));
    }
}
