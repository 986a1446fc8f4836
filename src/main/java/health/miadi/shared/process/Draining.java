package health.miadi.shared.process;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Whether this node was told to stop. It is not ready any more and closes its streams and connections, so that clients and
 * load balancers go elsewhere; whoever comes all the same is still served (ADR 0045).
 */
public final class Draining {
    private static final AtomicInteger RUNNING = new AtomicInteger();

    private static volatile boolean begun;

    private Draining() {}

    /** True from the signal to stop on. */
    public static boolean isTrue() {
        return begun;
    }

    /** A request begins, before its body has come. */
    public static void entered() {
        RUNNING.incrementAndGet();
    }

    /** It was answered, or broke. */
    public static void left() {
        RUNNING.decrementAndGet();
    }

    static void begin() {
        begun = true;
    }

    static boolean isOver() {
        return RUNNING.get() == 0;
    }
}
