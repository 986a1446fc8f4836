package health.miadi.shared.persistence;

import health.miadi.shared.metrics.Metrics;
import health.miadi.shared.refusal.Causes;
import health.miadi.shared.refusal.CommonFact;
import health.miadi.shared.refusal.Refusal;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.transaction.xa.XAException;

/** A database that is away, full, stopping or silent: an answer to clients (503), and now and then a line for the operator. */
public final class Outages {
    private static final Logger LOG = Logger.getLogger(Outages.class.getName());
    private static final long QUIET_NANOS = TimeUnit.SECONDS.toNanos(10);

    /** Connection failures, resources, operator's interventions, system errors. */
    private static final Set<String> CLASSES = Set.of("08", "53", "57", "58");

    /** A server that only reads: it was the primary until just now. */
    private static final String READ_ONLY = "25006";

    private static final String UNTOLD = "unknown";

    private static final AtomicLong TOLD_AT = new AtomicLong(System.nanoTime() - QUIET_NANOS);

    private Outages() {}

    /** The refusal for an outage, where that is what is in the chain of causes; the log is told, once in ten seconds. */
    public static Optional<Refusal> of(Throwable thrown) {
        return causes(SQLException.class, thrown)
                .filter(Outages::isOutage)
                .findFirst()
                .map(outage -> String.valueOf(outage.getSQLState()))
                // Payara says of a commit that failed no more than this, without the database's own exception
                .or(() -> causes(XAException.class, thrown).findFirst().map(outage -> UNTOLD))
                .map(Outages::refusal);
    }

    private static <T extends Throwable> Stream<T> causes(Class<T> kind, Throwable thrown) {
        return Causes.of(thrown)
                // a commit that failed: WildFly tells what the database said beside the cause
                .flatMap(cause -> Stream.concat(
                        Stream.of(cause), Stream.of(cause.getSuppressed()).flatMap(Causes::of)))
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    static boolean isOutage(SQLException thrown) {
        String state = thrown.getSQLState();
        if (thrown instanceof SQLTransientConnectionException
                || thrown instanceof SQLNonTransientConnectionException
                || thrown instanceof SQLRecoverableException) {
            return true;
        }
        return state != null
                && (state.equals(READ_ONLY) || (state.length() == 5 && CLASSES.contains(state.substring(0, 2))));
    }

    private static Refusal refusal(String state) {
        DatabasePatience.lose();
        Metrics.databaseFailed(state);
        long told = TOLD_AT.get();
        long now = System.nanoTime();
        if (now - told >= QUIET_NANOS && TOLD_AT.compareAndSet(told, now)) {
            // neither message nor trace: a message may quote data, and the same trace comes with every request
            LOG.log(
                    Level.WARNING,
                    "The database is away or refuses to work (SQL state {0}): requests are answered 503; this is told once in"
                            + " ten seconds",
                    state);
        }
        return Refusal.of(CommonFact.UNAVAILABLE, "The database does not work at the moment. Try again.");
    }
}
