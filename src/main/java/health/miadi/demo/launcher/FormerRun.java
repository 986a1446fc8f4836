package health.miadi.demo.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A process that a launcher started and, if that one was killed, may have left to its own end. */
final class FormerRun {
    private static final int PATIENCE_SECONDS = 20;
    private static final int LOOK_EVERY_MILLIS = 50;

    private FormerRun() {}

    /** Notes which process it is; a process number may be given again, so its start time is part of it. */
    static void record(Path file, ProcessHandle process) throws IOException {
        PrivateFiles.write(file, identity(process) + "\n");
    }

    /**
     * Waits for the noted process to end by itself, as it does when its launcher has gone, and ends it if it does not.
     *
     * @return whether it still ran; then the system may take a moment more to take its port back
     */
    static boolean end(Path file) throws IOException {
        return end(file, PATIENCE_SECONDS);
    }

    /** Ends the noted process if it still runs; for one whose work is not missed. */
    static void endAtOnce(Path file) throws IOException {
        end(file, 0);
    }

    private static boolean end(Path file, int patienceSeconds) throws IOException {
        if (!Files.exists(file)) {
            return false;
        }
        Optional<ProcessHandle> left = find(Files.readString(file).strip());
        if (left.isPresent() && !endsWithin(left.get(), patienceSeconds)) {
            left.get().destroyForcibly();
            endsWithin(left.get(), PATIENCE_SECONDS);
        }
        Files.deleteIfExists(file);
        return left.isPresent();
    }

    private static boolean endsWithin(ProcessHandle process, int seconds) throws IOException {
        long begun = System.nanoTime();
        while (runs(process)) {
            if (System.nanoTime() - begun > TimeUnit.SECONDS.toNanos(seconds)) {
                return false;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
            } catch (InterruptedException e) {
                throw new IOException("Interrupted while a former process ended", e);
            }
        }
        return true;
    }

    /** A process that has ended and that nobody has asked for its exit code still has a number, but no program. */
    private static boolean runs(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }

    private static Optional<ProcessHandle> find(String identity) {
        try {
            long number = Long.parseLong(identity.substring(0, Math.max(0, identity.indexOf(' '))));
            return ProcessHandle.of(number).filter(process -> identity(process).equals(identity));
        } catch (NumberFormatException damaged) {
            return Optional.empty();
        }
    }

    private static String identity(ProcessHandle process) {
        return process.pid() + " " + process.info().startInstant().orElse(Instant.EPOCH);
    }
}
