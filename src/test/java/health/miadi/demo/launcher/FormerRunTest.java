package health.miadi.demo.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class FormerRunTest {
    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = directory.resolve("server.process");
    }

    @Test
    void aFormerServerThatIsEndingIsWaitedFor() throws Exception {
        Process former = new ProcessBuilder("cat").start();
        FormerRun.record(file, former.toHandle());
        former.getOutputStream().close();

        FormerRun.end(file);

        // it has ended, although its parent may still have to be told
        assertThat(former.info().command()).isEmpty();
        assertThat(former.waitFor()).as("it ended by itself").isZero();
        assertThat(file).doesNotExist();
    }

    @Test
    void aFormerProcessWhoseWorkIsNotMissedIsNotWaitedFor() throws Exception {
        Process former = new ProcessBuilder("cat").start();
        FormerRun.record(file, former.toHandle());

        FormerRun.endAtOnce(file);

        assertThat(former.waitFor()).as("it did not end by itself").isNotZero();
        assertThat(file).doesNotExist();
    }

    @Test
    void aProcessThatGotTheFormerOnesNumberIsLeftAlone() throws IOException {
        Process other = new ProcessBuilder("cat").start();
        try {
            Files.writeString(file, other.pid() + " 2001-02-03T04:05:06Z\n");

            FormerRun.end(file);

            assertThat(other.isAlive()).isTrue();
            assertThat(file).doesNotExist();
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void aDamagedRecordIsForgotten() throws IOException {
        Files.writeString(file, "");

        FormerRun.end(file);

        assertThat(file).doesNotExist();
    }
}
