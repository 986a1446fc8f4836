package health.miadi.console.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;

/** The steps by which a file is replaced. Tests let each of them fail, and the first after any number of bytes. */
interface Disk {
    /** The disk of this machine. */
    Disk REAL = new Disk() {};

    /** Writes a file that nobody else can read, and waits until it is on the disk. */
    default void write(Path file, ByteBuffer bytes) throws IOException {
        Files.deleteIfExists(file);
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(file, options, owners(file))) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /** Puts a file in the place of another, at once for whoever looks. */
    default void replace(Path file, Path by) throws IOException {
        Files.move(by, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Waits until the directory's entries are on the disk. */
    default void force(Path directory) throws IOException {
        if (isPosix(directory)) {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static FileAttribute<?>[] owners(Path file) throws IOException {
        Set<PosixFilePermission> mine = PosixFilePermissions.fromString("rw-------");
        return isPosix(directory(file))
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(mine)}
                : new FileAttribute<?>[0];
    }

    /** The directory in which a file is. */
    static Path directory(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent(), "the root is no file");
    }

    /** Whether files there have owners and permissions as POSIX knows them. */
    static boolean isPosix(Path directory) throws IOException {
        return Files.getFileStore(directory).supportsFileAttributeView("posix");
    }
}
