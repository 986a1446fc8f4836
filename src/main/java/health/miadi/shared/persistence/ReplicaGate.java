package health.miadi.shared.persistence;

import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Whether the replica is asked: after it failed, one caller tries again when a pause is over, and the primary serves everybody
 * else. The log has a line when that changes, and no more than one in ten seconds.
 */
final class ReplicaGate {
    /** Why the replica is not asked. */
    enum Fault {
        AWAY("is away", 10),
        STRANGE("is no replica of this database, or not of its present timeline", 10),
        LATE("is late", 1);

        private final String words;
        private final long pauseNanos;

        Fault(String words, long pauseSeconds) {
            this.words = words;
            this.pauseNanos = TimeUnit.SECONDS.toNanos(pauseSeconds);
        }
    }

    private static final Logger LOG = Logger.getLogger(ReplicaGate.class.getName());
    private static final long QUIET_NANOS = TimeUnit.SECONDS.toNanos(10);

    private boolean open = true;
    private long triedAt;
    private long pauseNanos;
    private long toldAt;
    private boolean told;

    /** Whether this caller asks the replica; the only one, where it failed before. */
    synchronized boolean admits(long now) {
        if (open) {
            return true;
        }
        if (now - triedAt < pauseNanos) {
            return false;
        }
        triedAt = now;
        return true;
    }

    /** The replica served. */
    synchronized void served(long now) {
        if (!open) {
            open = true;
            tell(Level.INFO, "The read replica serves again", now);
        }
    }

    /** It did not. */
    synchronized void failed(Fault fault, long now) {
        triedAt = now;
        pauseNanos = fault.pauseNanos;
        if (open) {
            open = false;
            tell(
                    Level.WARNING,
                    "The read replica " + fault.words + ": the primary serves all reads until it is back",
                    now);
        }
    }

    synchronized boolean isOpen() {
        return open;
    }

    private void tell(Level level, String what, long now) {
        if (!told || now - toldAt >= QUIET_NANOS) {
            told = true;
            toldAt = now;
            LOG.log(level, what);
        }
    }
}
