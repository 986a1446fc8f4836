package health.miadi.demo.launcher;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/**
 * The processes that run, in the order of their start, so that they can be stopped in the opposite order.
 *
 * <p>Starting one and stopping all exclude each other: a stop that arrives while a part is starting waits for it and then
 * stops it too, and after a stop nothing starts any more.
 */
final class RunningParts {
    private final Deque<Part> parts = new ArrayDeque<>();
    private volatile boolean stopping;

    /** Something that runs until it is stopped; its start leaves nothing behind when it fails. */
    interface Part {
        /** Stops it and waits for its end; does nothing if it has ended. */
        void stop();
    }

    /** Thrown instead of starting a part when everything is being stopped. */
    static final class StoppingException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    synchronized <P extends Part> P start(Supplier<P> starter) {
        if (stopping) {
            throw new StoppingException();
        }
        P part = starter.get();
        parts.push(part);
        return part;
    }

    /** Stops every part, the last one started first. */
    void stopAll() {
        stopping = true;
        stopStarted();
    }

    private synchronized void stopStarted() {
        while (!parts.isEmpty()) {
            parts.pop().stop();
        }
    }

    /** Whether the end of a part is what everything's stop brings, and no failure. */
    boolean isStopping() {
        return stopping;
    }
}
