package health.miadi.demo.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class UnpackedServerTest {
    @TempDir
    Path directory;

    private Path parent;
    private Path scratch;

    @BeforeEach
    void makeDirectories() throws IOException {
        parent = directory.resolve("payara");
        scratch = Files.createDirectory(directory.resolve("tmp"));
    }

    @Test
    void theServerIsTakenApartOnceAndEveryRunHasAnInstanceOfItsOwn() throws Exception {
        // as a start leaves it that was killed while it unpacked
        Files.createDirectories(parent.resolve("unfinished/runtime"));
        Files.writeString(parent.resolve("unfinished/launch-micro.jar"), "half");

        UnpackedServer server = UnpackedServer.keep(LauncherRun.payaraMicro(), parent, scratch);
        var unpacked = Files.getLastModifiedTime(server.launcher());
        UnpackedServer again = UnpackedServer.keep(LauncherRun.payaraMicro(), parent, scratch);

        assertThat(parent).isDirectoryNotContaining("glob:**/unfinished");
        assertThat(again.launcher()).isEqualTo(server.launcher());
        assertThat(Files.getLastModifiedTime(again.launcher())).isEqualTo(unpacked);
        assertThat(server.classPath()).allSatisfy(jar -> assertThat(jar).isRegularFile());

        Path instance = server.newInstance(scratch.resolve("instance"));
        assertThat(instance.resolve("config/domain.xml")).isNotEmptyFile();
        assertThat(instance.resolve("runtime")).doesNotExist();
        assertThat(instance.resolve("launch-micro.jar")).doesNotExist();
    }

    @Test
    void theFormerVersionGoesWhenThereIsANewOne() throws Exception {
        Path former = Files.createDirectories(parent.resolve("5f5e100-18c3d9a8800"));
        Path itsArchive = Files.writeString(parent.resolve("classes-0123456789abcdef.jsa"), "");

        UnpackedServer.keep(LauncherRun.payaraMicro(), parent, scratch);

        assertThat(former).doesNotExist();
        assertThat(itsArchive).doesNotExist();
    }

    @Test
    void aDamagedServerIsSaid() throws IOException {
        Path damaged = Files.writeString(directory.resolve("payara-micro.jar"), "no jar");

        assertThatThrownBy(() -> UnpackedServer.keep(damaged, parent, scratch))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("could not be unpacked");
        assertThat(parent).isDirectoryNotContaining(path -> !path.endsWith("unfinished"));
    }
}
