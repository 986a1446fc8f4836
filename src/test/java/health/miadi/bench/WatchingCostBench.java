package health.miadi.bench;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.shared.logging.LoggedRequests;
import health.miadi.shared.metrics.MeasuredRequests;
import health.miadi.shared.persistence.WatchedStatements;
import health.miadi.testing.server.BuildOutput;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * What it costs a booking to be seen from outside: processor time of its metrics, of its line in the log as JSON, and of timing
 * its statements. A booking takes some 1,050 µs of the server's processors; all this may take a twentieth.
 */
class WatchingCostBench {
    private static final int TIMES = 200_000;
    private static final int ROUNDS = 7;
    private static final double BOOKING_MICROS = 1_050;

    /** Statements of a booking, and values that are bound for each. */
    private static final int STATEMENTS = 5;

    private static final int VALUES = 8;

    @Test
    void beingSeenCostsATwentiethOfABooking() throws Exception {
        double metrics = micros(MeasuredRequests::one);
        double line = micros(LoggedRequests.toNowhere()::one);
        var watched = new WatchedStatements(VALUES);
        double statements = STATEMENTS * (micros(watched::watched) - micros(watched::unwatched));
        double all = metrics + line + statements;
        String report =
                """
                metrics of a request              %6.2f µs
                its line in the log, as JSON      %6.2f µs
                timing %d statements               %6.2f µs
                together                          %6.2f µs, %.1f %% of a booking's %.0f µs
                """.formatted(metrics, line, STATEMENTS, statements, all, 100 * all / BOOKING_MICROS, BOOKING_MICROS);
        Path file = BuildOutput.path("bench").resolve("watching-cost.txt");
        Files.createDirectories(file.getParent());
        Files.writeString(file, report);
        assertThat(all / BOOKING_MICROS).as(report).isLessThan(0.05);
    }

    /** The best of some rounds, so that a compiler that is still at work does not count. */
    private static double micros(Runnable once) {
        var thread = ManagementFactory.getThreadMXBean();
        double best = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long begun = thread.getCurrentThreadCpuTime();
            for (int i = 0; i < TIMES; i++) {
                once.run();
            }
            best = Math.min(best, (thread.getCurrentThreadCpuTime() - begun) / 1_000d / TIMES);
        }
        return best;
    }
}
