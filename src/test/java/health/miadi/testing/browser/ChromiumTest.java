package health.miadi.testing.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChromiumTest {
    @TempDir
    Path directory;

    private Path program(String name) throws IOException {
        var executable = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x"));
        return Files.createFile(directory.resolve(name), executable);
    }

    @Test
    void theVariableCountsFirst() throws IOException {
        program("chromium");
        Path mine = program("my-browser");

        assertThat(Chromium.find(Map.of("CHROME_BIN", mine.toString(), "PATH", directory.toString())))
                .contains(mine);
    }

    @Test
    void otherwiseTheBestOneOnThePathIsTaken() throws IOException {
        program("google-chrome");
        Path chromium = program("chromium");

        assertThat(Chromium.find(Map.of("PATH", "/nowhere:" + directory))).contains(chromium);
    }

    @Test
    void whatCannotBeRunIsNoBrowser() throws IOException {
        Files.createFile(directory.resolve("chromium"));

        assertThat(Chromium.find(Map.of("CHROME_BIN", "/nowhere/chromium", "PATH", directory.toString())))
                .isEmpty();
    }
}
