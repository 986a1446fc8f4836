package health.miadi.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Two pieces of work measured in turns, so that whatever else the machine does hits both. A quarter of the turns is faster
 * than the figures, which are those that other work disturbed least.
 *
 * @param micros lower quartile of the work, in microseconds
 * @param bareMicros lower quartile of what it is held against, in microseconds
 */
record Ratio(double micros, double bareMicros) {
    /** Of processor time, which is what warms the compiler up, however little of it others leave. */
    private static final int WARM_UP_SECONDS = 6;

    private static final int MEASURED_SECONDS = 6;
    private static final int FEWEST = 5;
    private static final int MOST = 1_000_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** Measures both after a warm-up; each answers how much it found, so that nothing can be left out. */
    static Ratio of(LongSupplier work, LongSupplier bare) {
        measure(work, bare, WARM_UP_SECONDS);
        return measure(work, bare, MEASURED_SECONDS);
    }

    private static Ratio measure(LongSupplier work, LongSupplier bare, int seconds) {
        long end = THREADS.getCurrentThreadCpuTime() + TimeUnit.SECONDS.toNanos(seconds);
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds * 10L);
        var works = new double[MOST];
        var bares = new double[MOST];
        int count = 0;
        while (count < FEWEST || (THREADS.getCurrentThreadCpuTime() < end && System.nanoTime() < patience)) {
            works[count % MOST] = micros(work);
            bares[count % MOST] = micros(bare);
            count++;
        }
        int measured = Math.min(count, MOST);
        return new Ratio(lowerQuartile(works, measured), lowerQuartile(bares, measured));
    }

    private static double micros(LongSupplier work) {
        long start = System.nanoTime();
        if (work.getAsLong() <= 0) {
            throw new AssertionError("nothing was found");
        }
        return (System.nanoTime() - start) / 1_000.0;
    }

    private static double lowerQuartile(double[] times, int count) {
        double[] ordered = Arrays.copyOf(times, count);
        Arrays.sort(ordered);
        return ordered[count / 4];
    }

    double value() {
        return micros / bareMicros;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.0f µs, bare SQL %.0f µs, ratio %.2f", micros, bareMicros, value());
    }
}
