package health.miadi.shared.persistence;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether the database answers, for whoever asks after this node's health: the database is asked on a thread of its own, and waited
 * for no longer than half a second. Servers tell readiness on the threads on which they tell liveness, WildFly on one for each
 * processor; a node whose database is silent lives, and says so at once.
 */
final class DatabasePulse {
    private static final long WAIT_MILLIS = 500;

    /** A database that has more to do than usual is not away. */
    private static final long REMEMBERED_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final BooleanSupplier database;
    private @Nullable FutureTask<Boolean> asking;
    private boolean answered;
    private long answeredAt;

    /** One of the database that this asks. */
    DatabasePulse(BooleanSupplier database) {
        this.database = database;
    }

    /** What the database says now; where it takes longer, what it said in the last seconds; false where that is nothing. */
    boolean isThere() {
        try {
            return asked().get(WAIT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException silent) {
            return isRemembered();
        } catch (ExecutionException failed) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** One question at a time, whoever and however many wait for it. */
    private synchronized FutureTask<Boolean> asked() {
        FutureTask<Boolean> running = asking;
        if (running == null || running.isDone()) {
            running = new FutureTask<>(this::ask);
            asking = running;
            Thread thread = new Thread(running, "miadi-database-pulse");
            thread.setDaemon(true);
            thread.start();
        }
        return running;
    }

    private boolean ask() {
        boolean answer = database.getAsBoolean();
        synchronized (this) {
            answered = answer;
            answeredAt = System.nanoTime();
        }
        return answer;
    }

    private synchronized boolean isRemembered() {
        return answered && System.nanoTime() - answeredAt < REMEMBERED_NANOS;
    }
}
