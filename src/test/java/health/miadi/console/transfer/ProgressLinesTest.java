package health.miadi.console.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProgressLinesTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private long seconds;

    @Test
    void tellsTheRateAndTheTimeThatIsLeft() {
        try (Progress.Task task = task()) {
            seconds = 5;
            task.step(500);
        }

        assertThat(written.toString(StandardCharsets.UTF_8))
                .isEqualTo("encounters.csv: 500 of 1000, 100 a second, 5 s left\n");
    }

    @Test
    void isSilentAboutWhatTakesNoTime() {
        try (Progress.Task task = task()) {
            task.step(1_000);
        }

        assertThat(written.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    private Progress.Task task() {
        return Progress.lines(
                        new PrintStream(written, true, StandardCharsets.UTF_8), () -> TimeUnit.SECONDS.toNanos(seconds))
                .begin("encounters.csv", 1_000);
    }
}
