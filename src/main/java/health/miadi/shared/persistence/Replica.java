package health.miadi.shared.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import health.miadi.shared.metrics.Metrics;
import health.miadi.shared.metrics.Reading;
import health.miadi.shared.persistence.ReplicaGate.Fault;
import health.miadi.shared.settings.Setting;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * The streaming replica that serves lists, searches and counts (R-SCALE-1, ADR 0063). Each read asks the primary how far its log
 * is on the disk, and the replica serves it once it has replayed as far: whatever anybody was told to be done before the read
 * began is in what it shows, on whichever node it was done. Where that takes too long, the primary serves.
 */
final class Replica {
    /** What an acknowledged commit has reached at most: the disk, unless commits do not wait for it. */
    private static final String POSITION = """
            SELECT CAST(CASE current_setting('synchronous_commit') WHEN 'off' THEN pg_current_wal_insert_lsn()
                ELSE pg_current_wal_flush_lsn() END AS text),
                (SELECT system_identifier FROM pg_control_system()),
                ('x' || left(pg_walfile_name(pg_current_wal_lsn()), 8))::bit(32)::integer
            """;

    /** How many bytes are missing; null where this is no standby of that database. */
    private static final String MISSING = """
            SELECT CASE WHEN pg_is_in_recovery() AND s.system_identifier = ? AND c.timeline_id = ?
                THEN CAST(pg_wal_lsn_diff(CAST(? AS pg_lsn), pg_last_wal_replay_lsn()) AS bigint) END
            FROM pg_control_system() AS s, pg_control_checkpoint() AS c
            """;

    private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
    private static final int LONGEST_WAIT_FOR_CONNECTION_MILLIS = 500;

    private static @Nullable Replica ofThisNode;
    private static volatile boolean looked;

    private final HikariDataSource pool;
    private final int waitMillis;
    private final int socketMillis;
    private final ReplicaGate gate = new ReplicaGate();
    private volatile long missingBytes;

    Replica(Config config) {
        DatabaseLimits limits = DatabaseLimits.of(config);
        waitMillis = Setting.DB_READ_WAIT_MILLIS.asNumber(config);
        socketMillis = (int) TimeUnit.SECONDS.toMillis(limits.socketSeconds());
        var settings = new HikariConfig();
        settings.setPoolName("miadi-read");
        settings.setDataSource(DirectDataSource.forReading(config));
        settings.setMaximumPoolSize(limits.poolSize());
        settings.setMinimumIdle(1);
        settings.setConnectionTimeout(LONGEST_WAIT_FOR_CONNECTION_MILLIS);
        settings.setValidationTimeout(LONGEST_WAIT_FOR_CONNECTION_MILLIS);
        settings.setReadOnly(true);
        settings.setInitializationFailTimeout(-1);
        pool = new HikariDataSource(settings);
        Reading.REPLICA_MISSING.from(() -> missingBytes);
        Reading.REPLICA_USED.from(() -> gate.isOpen() ? 1 : 0);
    }

    /** The one that is configured, or null. */
    static @Nullable Replica ofThisNode() {
        return looked ? ofThisNode : look();
    }

    private static synchronized @Nullable Replica look() {
        if (!looked) {
            Config config = DatabasePool.config();
            ofThisNode = DirectDataSource.readUrl(config).isPresent() ? new Replica(config) : null;
            looked = true;
        }
        return ofThisNode;
    }

    /** Closes all its connections. */
    static synchronized void closeOfThisNode() {
        if (ofThisNode != null) {
            ofThisNode.close();
            ofThisNode = null;
        }
        looked = true;
    }

    void close() {
        pool.close();
    }

    /**
     * A connection to the replica that shows all that was committed by now; null when the primary has to serve.
     *
     * @param held a connection to the primary that this thread has already, whose pool it does not wait for then
     * @throws SQLException when the primary does not say how far it is
     */
    @Nullable
    Connection caughtUp(@Nullable Connection held) throws SQLException {
        Connection connection = gate.admits(System.nanoTime()) ? connection(held) : null;
        Metrics.read(connection != null);
        return connection;
    }

    private @Nullable Connection connection(@Nullable Connection held) throws SQLException {
        Position position = position(held);
        try {
            return replayed(pool.getConnection(), position);
        } catch (SQLException away) {
            failed(away);
            return null;
        }
    }

    private static Position position(@Nullable Connection held) throws SQLException {
        if (held != null) {
            return Position.of(held);
        }
        try (Connection primary = DatabasePool.connection()) {
            return Position.of(primary);
        }
    }

    private @Nullable Connection replayed(Connection replica, Position position) throws SQLException {
        Fault fault;
        try {
            replica.setNetworkTimeout(Runnable::run, LONGEST_WAIT_FOR_CONNECTION_MILLIS + waitMillis);
            fault = await(replica, position);
            replica.setNetworkTimeout(Runnable::run, socketMillis);
        } catch (SQLException broken) {
            replica.close();
            throw broken;
        }
        if (fault == null) {
            gate.served(System.nanoTime());
            return replica;
        }
        replica.close();
        gate.failed(fault, System.nanoTime());
        return null;
    }

    private @Nullable Fault await(Connection replica, Position position) throws SQLException {
        long begun = System.nanoTime();
        try (PreparedStatement asking = replica.prepareStatement(MISSING)) {
            asking.setLong(1, position.system());
            asking.setInt(2, position.timeline());
            asking.setString(3, position.lsn());
            while (true) {
                Long missing = missing(asking);
                if (missing == null) {
                    return Fault.STRANGE;
                }
                missingBytes = Math.max(0, missing);
                if (missing <= 0) {
                    return null;
                }
                if (System.nanoTime() - begun >= TimeUnit.MILLISECONDS.toNanos(waitMillis)) {
                    return Fault.LATE;
                }
                LockSupport.parkNanos(LOOK_AGAIN_NANOS);
            }
        }
    }

    private static @Nullable Long missing(PreparedStatement asking) throws SQLException {
        try (ResultSet row = asking.executeQuery()) {
            row.next();
            long missing = row.getLong(1);
            return row.wasNull() ? null : missing;
        }
    }

    /** It failed, and is left alone for a while. */
    void failed(SQLException why) {
        if (Outages.isOutage(why)) {
            gate.failed(Fault.AWAY, System.nanoTime());
        }
    }

    /**
     * How far the primary is.
     *
     * @param lsn the position in its log
     * @param system which database cluster it is
     * @param timeline counts fail-overs: a replica that did not follow one has a past of its own
     */
    private record Position(String lsn, long system, int timeline) {
        static Position of(Connection primary) throws SQLException {
            try (Statement statement = primary.createStatement();
                    ResultSet row = statement.executeQuery(POSITION)) {
                row.next();
                return new Position(row.getString(1), row.getLong(2), row.getInt(3));
            }
        }
    }
}
