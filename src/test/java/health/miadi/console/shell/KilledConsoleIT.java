package health.miadi.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.console.file.FileSettings;
import health.miadi.console.file.FileStorage;
import health.miadi.console.file.PlainSealer;
import health.miadi.console.storage.ObjectClass;
import health.miadi.console.storage.Storage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A console that is killed while it writes leaves a file that is whole: with the last change or without it. */
@Tag("no-server")
class KilledConsoleIT {
    private static final int KILLS = 8;
    private static final int CHANGES = 3_000;

    @TempDir
    Path directory;

    @Test
    void everyChangeThatWasToldIsInTheFileAndNoneInPart() throws Exception {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        long told = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            told += changesToldUntilKilled(kill, 1 + random.nextInt(60));
            long stored = stored();
            assertThat(stored).as("seed %d, kill %d", seed, kill).isBetween(told, told + 1);
            told = stored;
        }
    }

    /** Has a console make objects, kills it after so many, and counts the ids that it printed. */
    private long changesToldUntilKilled(int round, int enough) throws IOException, InterruptedException {
        Process process = ConsoleProcess.start(directory);
        Thread typist = new Thread(() -> type(process.getOutputStream(), round), "typist");
        typist.setDaemon(true);
        typist.start();
        long told = 0;
        try (var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String id = out.readLine(); id != null && id.length() == 36; id = out.readLine()) {
                told++;
                if (told == enough) {
                    // the process itself would close the streams, too
                    process.toHandle().destroyForcibly();
                }
            }
        }
        process.waitFor();
        typist.join();
        return told;
    }

    private static void type(OutputStream stdin, int round) {
        try (stdin) {
            for (int change = 0; change < CHANGES; change++) {
                String line = "create AppointmentType durationMinutes=30 name=Visit" + round + "." + change;
                stdin.write((line + System.lineSeparator()).getBytes(StandardCharsets.UTF_8));
                stdin.flush();
            }
        } catch (IOException killed) {
            // That is what this is about.
        }
    }

    private long stored() {
        try (Storage storage = FileStorage.open(
                directory.resolve("clinic.json"), new FileSettings(Map.of()), new PlainSealer(), Clock.systemUTC())) {
            return storage.count(ObjectClass.APPOINTMENT_TYPE);
        }
    }
}
