package health.miadi.faults;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.testing.server.ServerUnderTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Asks nodes again and again whether they live, which they do whatever their database does. */
final class LiveWatch implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final ScheduledExecutorService watchers;
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();

    private LiveWatch(int many) {
        this.watchers = Executors.newScheduledThreadPool(Math.max(1, many));
    }

    static LiveWatch of(List<ServerUnderTest> nodes) {
        var watch = new LiveWatch(nodes.size());
        for (ServerUnderTest node : new ArrayList<>(nodes)) {
            watch.watchers.scheduleWithFixedDelay(() -> watch.ask(node), 0, 250, TimeUnit.MILLISECONDS);
        }
        return watch;
    }

    private void ask(ServerUnderTest node) {
        long begun = System.nanoTime();
        try {
            int status = node.health("live");
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            if (status != 200 || took.compareTo(LIMIT) > 0) {
                wrong.add("live: " + status + " after " + took);
            }
        } catch (RuntimeException e) {
            wrong.add("live: " + e);
        }
    }

    /** They did, all the time. */
    void allLived() {
        watchers.shutdownNow();
        assertThat(wrong).isEmpty();
    }

    @Override
    public void close() {
        watchers.shutdownNow();
    }
}
