package health.miadi.console.shell;

import health.miadi.console.database.ConsoleDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

/** The transcript on a clinic in a database. */
@Tag("no-server")
class DatabaseTranscriptIT extends TranscriptContract {
    private ShellFixture shell;

    @BeforeEach
    void opens() {
        shell = new ShellFixture(() -> new ConsoleDatabase().storage());
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
