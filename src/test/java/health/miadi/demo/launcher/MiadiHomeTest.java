package health.miadi.demo.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class MiadiHomeTest {
    @TempDir
    Path directory;

    @AfterEach
    void letGo() {
        MiadiHome.release();
    }

    @Test
    void aServerThatIsStillEndingKeepsItsScratchFilesUntilItHasEnded() throws Exception {
        Process former = new ProcessBuilder("sh", "-c", "mkdir tmp && : > tmp/its && echo up && read end; cat tmp/its")
                .directory(directory.toFile())
                .start();
        BufferedReader said = former.inputReader();
        assertThat(said.readLine()).isEqualTo("up");
        FormerRun.record(directory.resolve("server.process"), former.toHandle());

        MiadiHome home = MiadiHome.open(directory);
        former.getOutputStream().close();
        home.endFormerRun();

        assertThat(former.waitFor()).as("it found its file to the end").isZero();
        assertThat(home.scratch()).isEmptyDirectory();
    }

    @Test
    void whatCannotBeTakenOverIsSaidInOneSentence() throws Exception {
        MiadiHome home = MiadiHome.open(directory);
        Files.createDirectory(home.serverRecord());

        assertThatThrownBy(home::endFormerRun)
                .isInstanceOf(LaunchRefusal.class)
                .hasMessageStartingWith("Miadi cannot keep its data in " + directory + " (");
    }

    /** Finding L12: whoever came first may have put keys there. */
    @Test
    void aDirectoryThatEverybodyMayWriteToIsNotTaken() throws Exception {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThatThrownBy(() -> MiadiHome.open(directory))
                .isInstanceOf(LaunchRefusal.class)
                .hasMessageContaining("Everybody on this computer may write to " + directory);
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(MiadiHome.open(directory)).isNotNull();
    }

    @Test
    void whatAnEarlierRunLeftInTheScratchDirectoryIsRemoved() throws Exception {
        Files.createDirectories(directory.resolve("tmp/payara/below"));
        Files.writeString(directory.resolve("tmp/payara/below/file"), "");

        MiadiHome home = MiadiHome.open(directory);
        home.endFormerRun();

        assertThat(home.scratch()).isEmptyDirectory();
    }
}
