package health.miadi.shared.logging;

import org.jspecify.annotations.Nullable;

/** For which request this thread works now: its id stands with whatever is logged meanwhile. */
public final class LogContext {
    private static final ThreadLocal<String> ID = new ThreadLocal<>();

    private LogContext() {}

    /** From now on this thread works for that request. */
    public static void enter(String requestId) {
        ID.set(requestId);
    }

    /** And now for none. */
    public static void leave() {
        ID.remove();
    }

    /** Does something for a request, on whatever thread. */
    public static void within(String requestId, Runnable work) {
        String before = ID.get();
        ID.set(requestId);
        try {
            work.run();
        } finally {
            if (before == null) {
                ID.remove();
            } else {
                ID.set(before);
            }
        }
    }

    static @Nullable String id() {
        return ID.get();
    }
}
