package health.miadi.demo.launcher;

import static java.nio.file.attribute.PosixFilePermission.OWNER_EXECUTE;
import static java.nio.file.attribute.PosixFilePermission.OWNER_READ;
import static java.nio.file.attribute.PosixFilePermission.OWNER_WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Finding L12 among others. */
class PrivateFilesTest {
    @TempDir
    Path directory;

    @Test
    void aWrittenFileIsForItsOwnerAloneAndLeavesNothingBesideIt() throws IOException {
        Path file = directory.resolve("secret");

        PrivateFiles.write(file, "größer");

        assertThat(file).content().isEqualTo("größer");
        assertThat(Files.getPosixFilePermissions(file)).containsExactlyInAnyOrder(OWNER_READ, OWNER_WRITE);
        assertThat(directory).isDirectoryNotContaining(path -> !path.equals(file));
    }

    @Test
    void aWriteThatWasInterruptedDoesNotHinderTheNextOne() throws IOException {
        Path file = directory.resolve("secret");
        Files.writeString(directory.resolve("secret.new"), "hal");

        PrivateFiles.write(file, "whole");

        assertThat(file).content().isEqualTo("whole");
        assertThat(directory.resolve("secret.new")).doesNotExist();
    }

    @Test
    void aMadeDirectoryIsForItsOwnerAloneWithItsParents() throws IOException {
        Path made = directory.resolve("a/b");

        PrivateFiles.makeDirectory(made);

        for (Path path : new Path[] {made, directory.resolve("a")}) {
            assertThat(Files.getPosixFilePermissions(path))
                    .containsExactlyInAnyOrder(OWNER_READ, OWNER_WRITE, OWNER_EXECUTE);
        }
    }

    @Test
    void deletingATreeDoesNotFollowLinksOutOfIt() throws IOException {
        Path outside = Files.createDirectory(directory.resolve("outside"));
        Path kept = Files.writeString(outside.resolve("kept"), "");
        Path tree = directory.resolve("tree");
        Files.createDirectories(tree.resolve("below"));
        Files.createSymbolicLink(tree.resolve("below/link"), outside);

        PrivateFiles.deleteTree(tree);

        assertThat(tree).doesNotExist();
        assertThat(kept).exists();
    }

    @Test
    void deletingATreeThatIsNotThereDoesNothing() throws IOException {
        PrivateFiles.deleteTree(directory.resolve("none"));

        assertThat(directory).isEmptyDirectory();
    }
}
