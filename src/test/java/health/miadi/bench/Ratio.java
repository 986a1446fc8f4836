package health.miadi.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Two pieces of work measured in turns, so that whatever else the machine does hits both.
 *
 * @param micros median of the work, in microseconds
 * @param bareMicros median of what it is held against, in microseconds
 */
record Ratio(double micros, double bareMicros) {
    private static final int WARM_UP_SECONDS = 8;
    private static final int MEASURED_SECONDS = 15;
    private static final int FEWEST = 5;

    /** Measures both after a warm-up; each answers how much it found, so that nothing can be left out. */
    static Ratio of(LongSupplier work, LongSupplier bare) {
        measure(work, bare, WARM_UP_SECONDS);
        return measure(work, bare, MEASURED_SECONDS);
    }

    private static Ratio measure(LongSupplier work, LongSupplier bare, int seconds) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        double[] works = new double[0];
        double[] bares = new double[0];
        while (System.nanoTime() < end || works.length < FEWEST) {
            works = with(works, micros(work));
            bares = with(bares, micros(bare));
        }
        return new Ratio(median(works), median(bares));
    }

    private static double micros(LongSupplier work) {
        long start = System.nanoTime();
        if (work.getAsLong() <= 0) {
            throw new AssertionError("nothing was found");
        }
        return (System.nanoTime() - start) / 1_000.0;
    }

    private static double[] with(double[] times, double time) {
        double[] more = Arrays.copyOf(times, times.length + 1);
        more[times.length] = time;
        return more;
    }

    private static double median(double[] times) {
        double[] ordered = times.clone();
        Arrays.sort(ordered);
        return ordered[ordered.length / 2];
    }

    double value() {
        return micros / bareMicros;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.0f µs, bare SQL %.0f µs, ratio %.2f", micros, bareMicros, value());
    }
}
