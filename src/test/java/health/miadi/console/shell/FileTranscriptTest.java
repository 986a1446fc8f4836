package health.miadi.console.shell;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The transcript on a clinic in a file. */
class FileTranscriptTest extends TranscriptContract {
    @TempDir
    Path directory;

    private ShellFixture shell;

    @BeforeEach
    void opens() {
        shell = new ShellFixture(directory);
    }

    @AfterEach
    void closes() {
        shell.close();
    }

    @Override
    ShellFixture shell() {
        return shell;
    }
}
