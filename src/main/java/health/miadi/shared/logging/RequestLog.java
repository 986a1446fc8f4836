package health.miadi.shared.logging;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Writes a line for each request that was answered, and a warning for each that was slow. */
public final class RequestLog {
    /** By whose name an operator finds or silences them. */
    static final String NAME = "health.miadi.request";

    private static final Logger LOG = Logger.getLogger(NAME);

    private static volatile boolean wanted;
    private static volatile int slowMillis;

    private RequestLog() {}

    static void configure(LogSettings settings) {
        wanted = settings.requests();
        slowMillis = settings.slowRequestMillis();
    }

    /**
     * A request was answered.
     *
     * @param waited whether its client waited for the answer; nobody waits for a stream to end
     */
    public static void answered(String requestId, AnsweredRequest request, boolean waited) {
        boolean slow = waited && slowMillis > 0 && request.millis() >= slowMillis;
        if (slow) {
            LogContext.within(requestId, () -> LOG.log(Level.WARNING, "slow request: {0}", request));
        } else if (wanted) {
            LogContext.within(requestId, () -> LOG.log(Level.INFO, "request: {0}", request));
        }
    }
}
