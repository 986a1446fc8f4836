package health.miadi.console.transfer;

import java.io.PrintStream;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Says at each tenth how far it is and how fast. */
final class ProgressLines implements Progress.Task {
    private static final int PARTS = 10;

    private final String what;
    private final long total;
    private final PrintStream out;
    private final LongSupplier nanoTime;
    private final long begun;
    private long done;
    private long told;
    private long lastWord;

    ProgressLines(String what, long total, PrintStream out, LongSupplier nanoTime) {
        this.what = what;
        this.total = total;
        this.out = out;
        this.nanoTime = nanoTime;
        this.begun = nanoTime.getAsLong();
        this.lastWord = begun;
    }

    @Override
    public void step(long more) {
        done += more;
        long part = total == 0 ? PARTS : done * PARTS / total;
        long now = nanoTime.getAsLong();
        // what is over within a moment needs no word
        if (part > told && now - lastWord >= TimeUnit.SECONDS.toNanos(1)) {
            told = part;
            lastWord = now;
            long rate = Math.max(1, done * TimeUnit.SECONDS.toNanos(1) / (now - begun));
            out.println(what + ": " + done + " of " + total + ", " + rate + " a second, " + (total - done) / rate
                    + " s left");
        }
    }

    @Override
    public void close() {}
}
