package health.miadi.console.shell;

import health.miadi.console.file.FileSettings;
import health.miadi.console.file.FileStorage;
import health.miadi.console.file.PlainSealer;
import health.miadi.console.storage.Storage;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.function.Supplier;

/** A console in this JVM, fed and heard by a test, on a clinic in a file. */
final class ShellFixture implements AutoCloseable {
    private static final Clock CLOCK = Clock.tick(Clock.systemUTC(), ChronoUnit.MICROS.getDuration());

    private final Storages storages;

    ShellFixture(Path directory) {
        this(() -> open(directory.resolve("clinic.json")));
    }

    /** On any clinic; it is closed with this. */
    ShellFixture(Supplier<Storage> clinic) {
        storages = new Storages(clinic);
    }

    private static Storage open(Path file) {
        return FileStorage.open(file, FileSettings.hashingQuickly(1000), new PlainSealer(), CLOCK);
    }

    /** What came of a run. */
    record Result(String out, String err, int exitCode) {
        /** The lines of the outcome. */
        String[] lines() {
            return out.split("\n");
        }
    }

    Result run(String... lines) {
        return run(OutputFormat.LINE, lines);
    }

    Result run(OutputFormat format, String... lines) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code = new Batch(storages, new BatchScreen(out, err), format).run(Arrays.stream(lines));
        return new Result(out.toString(), err.toString(), code);
    }

    /** The id that a command printed. */
    String create(String line) {
        return run(line).out().strip();
    }

    @Override
    public void close() {
        storages.close();
    }
}
