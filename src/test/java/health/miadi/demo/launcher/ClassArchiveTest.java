package health.miadi.demo.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** With a real virtual machine, which runs nothing. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ClassArchiveTest {
    private static final String USE_OR_FAIL = "-Xshare:on";

    @TempDir
    Path directory;

    private MiadiHome home;
    private ServerJvm jvm;
    private ClassArchive archive;

    @BeforeEach
    void openAHome() throws Exception {
        home = MiadiHome.open(directory);
        Files.createDirectory(home.serverPrograms());
        jvm = new ServerJvm(List.of("-XX:+UseSerialGC"), List.of(jarOf(Assertions.class)));
        archive = new ClassArchive(jvm, home);
    }

    @AfterEach
    void letGo() {
        MiadiHome.release();
    }

    @Test
    void aRunWithoutAnArchiveNotesItsClassesAndTheNextOneHasThemArchived() throws Exception {
        assertThat(archive.exists()).isFalse();
        assertThat(exitCode(jvm, archive.options())).isZero();

        awaitArchive();

        assertThat(archives()).hasSize(1);
        List<String> options = new ArrayList<>(archive.options());
        options.add(USE_OR_FAIL);
        assertThat(exitCode(jvm, options)).isZero();
    }

    @Test
    void anArchiveServesOnlyTheMachineAndTheClassPathThatItWasMadeFor() throws Exception {
        exitCode(jvm, archive.options());
        awaitArchive();

        ServerJvm otherClasses = new ServerJvm(jvm.options(), List.of(jarOf(Test.class)));
        ServerJvm otherOptions = new ServerJvm(List.of("-XX:+UseParallelGC"), jvm.classPath());

        assertThat(new ClassArchive(otherClasses, home).exists()).isFalse();
        assertThat(new ClassArchive(otherOptions, home).exists()).isFalse();
    }

    @Test
    void theArchiveForAnotherMachineIsRemovedWhenThereIsANewOne() throws Exception {
        Path old = Files.writeString(home.serverPrograms().resolve("classes-0123456789abcdef.jsa"), "");
        exitCode(jvm, archive.options());

        awaitArchive();

        assertThat(archives()).hasSize(1).doesNotContain(old);
    }

    @Test
    void aServerThatStopsWhileItsArchiveIsMadeLeavesNone() throws Exception {
        exitCode(jvm, archive.options());

        archive.make().stop();

        assertThat(Files.readString(home.archiverRecord())).isNotBlank();
        assertThat(archives()).isEmpty();
        assertThat(new ClassArchive(jvm, home).exists()).isFalse();
    }

    @Test
    void neitherTheApplicationsClassesNorAHalfWrittenLineAreArchived() throws Exception {
        exitCode(jvm, archive.options());
        Files.writeString(
                home.scratch().resolve("classes.list"),
                "health/miadi/X id: 7 super: 0 source: /x/WEB-INF/classes/health/miadi/X.class\njava/lang/Str",
                StandardOpenOption.APPEND);

        awaitArchive();

        assertThat(Files.readString(home.scratch().resolve("archived-classes.list")))
                .contains("java/lang/Object")
                .doesNotContain("health/miadi", "java/lang/Str\n");
    }

    @Test
    void whatTheVirtualMachineCannotArchiveIsLeftForTheNextStart() throws Exception {
        Files.writeString(home.scratch().resolve("classes.list"), "java/lang/Object super: no number\n");

        RunningParts.Part making = archive.make();
        awaitEnd();
        making.stop();

        assertThat(archives()).isEmpty();
        assertThat(home.logs().resolve("class-archive.log")).isNotEmptyFile();
    }

    @Test
    void aDamagedArchiveKeepsNoServerFromStarting() throws Exception {
        exitCode(jvm, archive.options());
        awaitArchive();
        Path damaged = archives().get(0);
        Files.delete(damaged);
        Files.writeString(damaged, "no archive");

        assertThat(exitCode(jvm, archive.options())).isZero();

        List<String> options = new ArrayList<>(archive.options());
        options.add(USE_OR_FAIL);
        assertThat(exitCode(jvm, options)).as("it is not used").isNotZero();
    }

    @Test
    void aDiscardedArchiveIsNotUsedAgain() throws Exception {
        exitCode(jvm, archive.options());
        awaitArchive();

        archive.discard();

        assertThat(archive.exists()).isFalse();
        assertThat(archive.options()).singleElement().asString().startsWith("-XX:DumpLoadedClassList=");
    }

    private void awaitArchive() throws Exception {
        RunningParts.Part making = archive.make();
        awaitEnd();
        // it is put on the disk and moved after the process's end
        await().atMost(1, TimeUnit.MINUTES).until(archive::exists);
        making.stop();
    }

    private void awaitEnd() throws Exception {
        long process = Long.parseLong(Files.readString(home.archiverRecord()).split(" ")[0]);
        var making = ProcessHandle.of(process);
        if (making.isPresent()) {
            making.get().onExit().get(1, TimeUnit.MINUTES);
        }
    }

    private List<Path> archives() throws IOException {
        try (var files = Files.list(home.serverPrograms())) {
            return files.toList();
        }
    }

    private static int exitCode(ServerJvm jvm, List<String> options) throws Exception {
        List<String> command = jvm.command(options, List.of());
        command.add("-version");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor();
    }

    private static Path jarOf(Class<?> known) throws Exception {
        return Path.of(known.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
}
