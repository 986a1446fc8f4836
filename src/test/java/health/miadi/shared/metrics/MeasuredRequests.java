package health.miadi.shared.metrics;

import java.util.concurrent.TimeUnit;

/** Requests as their metrics see them, for a measurement. */
public final class MeasuredRequests {
    private MeasuredRequests() {}

    /** A booking: its answer, what was done, and its wait for a connection. */
    public static void one() {
        Metrics.answered("bookAppointment", "POST", 201, TimeUnit.MILLISECONDS.toNanos(20));
        Metrics.done("appointment", "booked", 1);
        Metrics.waitedForConnection(1_000);
    }
}
