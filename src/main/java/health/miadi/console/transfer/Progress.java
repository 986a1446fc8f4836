package health.miadi.console.transfer;

import java.io.PrintStream;
import java.util.function.LongSupplier;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how far something is. */
public interface Progress {
    /** Shows nothing. */
    Progress NONE = (what, total) -> new Task() {
        @Override
        public void step(long done) {}

        @Override
        public void close() {}
    };

    /** Begins a part of the work. */
    Task begin(String what, long total);

    /** A part of the work; closed when it is over. */
    interface Task extends AutoCloseable {
        /** So many more are done. */
        void step(long done);

        @Override
        void close();
    }

    /** A bar with the rate and the time left, on a terminal. */
    static Progress bar(PrintStream terminal) {
        return (what, total) -> {
            ProgressBar bar = new ProgressBarBuilder()
                    .setTaskName(what)
                    .setInitialMax(total)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(200)
                    .showSpeed()
                    .setMaxRenderedLength(79)
                    .setConsumer(new me.tongfei.progressbar.ConsoleProgressBarConsumer(terminal, 79))
                    .build();
            return new Task() {
                @Override
                public void step(long done) {
                    bar.stepBy(done);
                }

                @Override
                public void close() {
                    bar.close();
                }
            };
        };
    }

    /**
     * A line at each tenth, with the rate, where nobody watches.
     *
     * @param nanoTime a clock for lengths of time, {@link System#nanoTime}
     */
    static Progress lines(PrintStream out, LongSupplier nanoTime) {
        return (what, total) -> new ProgressLines(what, total, out, nanoTime);
    }
}
