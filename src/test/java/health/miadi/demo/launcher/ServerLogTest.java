package health.miadi.demo.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerLogTest {
    @TempDir
    Path directory;

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private Path file;
    private ServerLog log;

    @BeforeEach
    void startAnEmptyLog() throws IOException {
        file = Files.writeString(directory.resolve("server.log"), "");
        log = new ServerLog(file, new PrintStream(shown, true, StandardCharsets.UTF_8));
    }

    @Test
    void theSampleClinicsProgressIsShownOnceAndNothingElseIs() throws IOException {
        write("[INFO] [x] Sample clinic: 78 pati");
        log.follow();
        write("ents\n[INFO] [y] Deployed\n");
        log.follow();
        log.follow();

        assertThat(shown.toString(StandardCharsets.UTF_8).lines()).containsExactly("  Sample clinic: 78 patients");
    }

    @Test
    void theDeepestCauseIsTheReasonOfAFailure() throws IOException {
        write("[SEVERE] Exception while loading the app\njakarta.ejb.EJBException: outside\n\tat a.B.c(B.java:1)\n"
                + "Caused by: java.lang.IllegalStateException: MIADI_DB_URL is missing\n\tat a.B.c(B.java:2)\n"
                + "jakarta.ejb.EJBException: again\n");
        log.follow();

        assertThat(log.failure()).isEqualTo("MIADI_DB_URL is missing");
    }

    @Test
    void theApplicationsOwnSentenceIsTheReason() throws IOException {
        write("2026-11-29 SEVERE  a.FailedStart: Miadi cannot start: there is no database x.\n"
                + "Caused by: java.lang.IllegalStateException: something else\n");
        log.follow();

        assertThat(log.failure()).isEqualTo("Miadi cannot start: there is no database x.");
    }

    @Test
    void aFailureWithoutAReasonIsAdmitted() throws IOException {
        write("[INFO] nothing\n");
        log.follow();

        assertThat(log.failure()).isEqualTo("no reason given");
    }

    private void write(String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.APPEND);
    }
}
