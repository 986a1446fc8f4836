package health.miadi.identity.control;

import health.miadi.shared.metrics.Limit;
import health.miadi.shared.metrics.Metrics;
import health.miadi.shared.refusal.CommonFact;
import health.miadi.shared.refusal.Refusal;
import health.miadi.shared.settings.Configured;
import health.miadi.shared.settings.Setting;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets few threads judge and hash passwords at a time and few more wait for it, first come first served. Hashing is slow on purpose:
 * without a gate whoever sends passwords takes all processors, and all of the server's threads.
 *
 * <p>While others wait, a turn rests after each password for as long as that one took: on two processors the one that
 * hashes is then half free for everybody else's requests.
 */
@ApplicationScoped
public class HashingGate {
    private static final int MOST_BY_ITSELF = 4;
    private static final Duration BUSY = Duration.ofSeconds(2);

    @Inject
    @Configured(Setting.PASSWORD_HASHING_THREADS)
    int threads;

    @Inject
    @Configured(Setting.PASSWORD_HASHING_QUEUE)
    int queue;

    @Inject
    @Configured(Setting.PASSWORD_HASHING_WAIT_SECONDS)
    int waitSeconds;

    private final Map<Share, Semaphore> rooms = new EnumMap<>(Share.class);
    /** So many of those who do not sign in ask for a turn at a time; a sign-in waits behind no more of them. */
    private Semaphore lane = new Semaphore(0);
    /** The turns that nobody has, each with the {@link System#nanoTime()} at which it has rested. */
    private BlockingQueue<Long> turns = new ArrayBlockingQueue<>(1);

    private int atOnce;

    /** For the container. */
    HashingGate() {}

    HashingGate(int threads, int queue, int waitSeconds) {
        this.threads = threads;
        this.queue = queue;
        this.waitSeconds = waitSeconds;
        open();
    }

    @PostConstruct
    void open() {
        atOnce = threads > 0 ? threads : ownChoice(Runtime.getRuntime().availableProcessors());
        turns = new ArrayBlockingQueue<>(atOnce, true, Collections.nCopies(atOnce, System.nanoTime()));
        lane = new Semaphore(Math.max(1, atOnce / 2), true);
        for (Share share : Share.values()) {
            rooms.put(share, new Semaphore(atOnce + queue));
        }
    }

    /** A half of the processors, four at most. */
    static int ownChoice(int processors) {
        return Math.max(1, Math.min(MOST_BY_ITSELF, processors / 2));
    }

    /**
     * For what a password is needed. Each share has as much room as the other, so that a flood of one is refused while the other
     * is not; and where both wait, those who sign in do not wait for all of the others (R-AUTH-12).
     */
    enum Share {
        /** Somebody signs in. */
        SIGN_IN,
        /** Somebody chooses a password, or shows once more that they know theirs. */
        OTHERS
    }

    /**
     * Does the work when its turn comes. No transaction may be open meanwhile: it would hold a connection.
     *
     * @throws Refusal {@code unavailable} when too many wait already, or the turn does not come in time
     */
    <T> T pass(Share share, Supplier<T> work) {
        Semaphore room = Objects.requireNonNull(rooms.get(share));
        if (!room.tryAcquire()) {
            throw busy();
        }
        try {
            long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(waitSeconds);
            return share == Share.SIGN_IN ? inTurn(work, until) : inLane(work, until);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw busy();
        } finally {
            room.release();
        }
    }

    private <T> T inLane(Supplier<T> work, long until) throws InterruptedException {
        if (!lane.tryAcquire(until - System.nanoTime(), TimeUnit.NANOSECONDS)) {
            throw busy();
        }
        try {
            return inTurn(work, until);
        } finally {
            lane.release();
        }
    }

    private <T> T inTurn(Supplier<T> work, long until) throws InterruptedException {
        Long rested = turns.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
        if (rested == null) {
            throw busy();
        }
        long restUntil = rested;
        try {
            TimeUnit.NANOSECONDS.sleep(rested - System.nanoTime());
            long begin = System.nanoTime();
            try {
                return work.get();
            } finally {
                long end = System.nanoTime();
                restUntil = othersWait() ? end + (end - begin) : end;
            }
        } finally {
            turns.add(restUntil);
        }
    }

    boolean othersWait() {
        return Arrays.stream(Share.values())
                        .mapToInt(share -> atOnce + queue - room(share))
                        .sum()
                > atOnce;
    }

    /** How many more of that share find room now. */
    int room(Share share) {
        return Objects.requireNonNull(rooms.get(share)).availablePermits();
    }

    private static Refusal busy() {
        Metrics.reached(Limit.HASHING);
        return Refusal.of(CommonFact.UNAVAILABLE, "R-AUTH-1", "Too many passwords are being checked. Try again.")
                .retryAfter(BUSY);
    }
}
