package health.miadi.console.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.miadi.console.storage.ObjectClass;
import health.miadi.console.storage.Storage;
import health.miadi.console.storage.StorageUnavailableException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever goes wrong while a file is replaced: it has the old content or the new one, and the storage agrees with it. */
class ReplacingTheFileTest {
    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void aClinicOfOne() {
        file = directory.resolve("clinic.json");
        try (Storage storage = FileFixture.open(file, Disk.REAL)) {
            FileFixture.provider(storage, "First");
        }
    }

    @Test
    void aDiskThatFillsUpAfterAnyByteLeavesTheOldContent() throws IOException {
        byte[] before = Files.readAllBytes(file);
        for (int room = 0; room < before.length; room += 41) {
            try (Storage storage = FileFixture.open(file, new FullDisk(room))) {
                assertThatThrownBy(() -> FileFixture.provider(storage, "Second"))
                        .isInstanceOf(StorageUnavailableException.class)
                        .hasMessageContaining("is as it was: No space left on device")
                        .hasMessageNotContaining("\n");
                assertThat(storage.count(ObjectClass.PROVIDER)).isEqualTo(1);
            }
            assertThat(Files.readAllBytes(file)).isEqualTo(before);
            assertThat(directory.resolve("clinic.json.new")).doesNotExist();
        }
    }

    @Test
    void aDeathAfterAnyByteLeavesTheOldContent() throws IOException {
        byte[] before = Files.readAllBytes(file);
        for (int written = 0; written < before.length; written += 37) {
            try (Storage storage = FileFixture.open(file, new DyingDisk(written))) {
                assertThatThrownBy(() -> FileFixture.provider(storage, "Second"))
                        .isInstanceOf(Death.class);
            }
            assertThat(Files.readAllBytes(file)).isEqualTo(before);
        }
        try (Storage storage = FileFixture.open(file, Disk.REAL)) {
            FileFixture.provider(storage, "Second");
            assertThat(storage.count(ObjectClass.PROVIDER)).isEqualTo(2);
        }
    }

    @Test
    void aDeathAfterTheReplacementLeavesTheNewContent() {
        Disk disk = new Disk() {
            @Override
            public void force(Path of) {
                throw new Death();
            }
        };
        try (Storage storage = FileFixture.open(file, disk)) {
            assertThatThrownBy(() -> FileFixture.provider(storage, "Second")).isInstanceOf(Death.class);
        }
        try (Storage storage = FileFixture.open(file, Disk.REAL)) {
            assertThat(storage.count(ObjectClass.PROVIDER)).isEqualTo(2);
        }
    }

    @Test
    void aReadOnlyFileIsReadAndNotReplaced() throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
        byte[] before = Files.readAllBytes(file);
        try (Storage storage = FileFixture.open(file, Disk.REAL)) {
            assertThat(storage.count(ObjectClass.PROVIDER)).isEqualTo(1);
            assertThatThrownBy(() -> FileFixture.provider(storage, "Second"))
                    .isInstanceOf(StorageUnavailableException.class)
                    .hasMessageEndingWith("it is read-only");
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void theFileIsItsOwnersUnlessTheyShareIt() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        try (Storage storage = FileFixture.open(file, Disk.REAL)) {
            FileFixture.provider(storage, "Second");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
    }

    @Test
    void aLinkStaysALink() throws IOException {
        Path link = Files.createSymbolicLink(directory.resolve("link.json"), file);
        try (Storage storage = FileFixture.open(link, Disk.REAL)) {
            FileFixture.provider(storage, "Second");
        }
        assertThat(link).isSymbolicLink();
        try (Storage storage = FileFixture.open(file, Disk.REAL)) {
            assertThat(storage.count(ObjectClass.PROVIDER)).isEqualTo(2);
        }
    }

    @Test
    void aSecondWriterIsToldInOneLine() {
        try (Storage first = FileFixture.open(file, Disk.REAL)) {
            assertThatThrownBy(() -> FileFixture.open(file, Disk.REAL))
                    .isInstanceOf(StorageUnavailableException.class)
                    .hasMessageEndingWith("is open in another console; close that one first");
            FileFixture.provider(first, "Second");
        }
        FileFixture.open(file, Disk.REAL).close();
    }

    /** The process is gone: nothing of it runs any more. */
    private static final class Death extends Error {
        private static final long serialVersionUID = 1L;
    }

    private record FullDisk(int room) implements Disk {
        @Override
        public void write(Path file, ByteBuffer bytes) throws IOException {
            ByteBuffer fitting = bytes.limit(Math.min(room, bytes.limit()));
            Disk.REAL.write(file, fitting);
            throw new FileSystemException(file.toString(), null, "No space left on device");
        }
    }

    private record DyingDisk(int written) implements Disk {
        @Override
        public void write(Path file, ByteBuffer bytes) throws IOException {
            Disk.REAL.write(file, bytes.limit(Math.min(written, bytes.limit())));
            throw new Death();
        }
    }
}
