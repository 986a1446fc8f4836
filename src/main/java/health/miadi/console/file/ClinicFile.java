package health.miadi.console.file;

import health.miadi.console.storage.StorageUnavailableException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The file of a clinic, held by one console at a time. A file beside it, {@code <name>.lock}, is what is locked: the file itself
 * is replaced with every change.
 */
final class ClinicFile implements AutoCloseable {
    private static final Set<PosixFilePermission> WRITE =
            Set.of(PosixFilePermission.OWNER_WRITE, PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private final Path path;
    private final Disk disk;
    private final @Nullable FileChannel lock;

    private ClinicFile(Path path, Disk disk, @Nullable FileChannel lock) {
        this.path = path;
        this.disk = disk;
        this.lock = lock;
    }

    /**
     * Takes hold of a file, which need not be there yet. Where nothing can be written it can still be read.
     *
     * @throws StorageUnavailableException when another console has it, or its directory cannot be made
     */
    static ClinicFile open(Path path, Disk disk) {
        try {
            Path file = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
            if (Files.isDirectory(file)) {
                throw new StorageUnavailableException(path + " is a directory, not a file");
            }
            Files.createDirectories(Disk.directory(file));
            return new ClinicFile(file, disk, locked(file));
        } catch (IOException refused) {
            throw new StorageUnavailableException(path + " cannot be opened: " + reason(refused), refused);
        }
    }

    private static @Nullable FileChannel locked(Path file) throws IOException {
        FileChannel channel;
        try {
            channel = FileChannel.open(
                    file.resolveSibling(file.getFileName() + ".lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
        } catch (FileSystemException readOnly) {
            if (Files.isReadable(file)) {
                return null;
            }
            throw readOnly;
        }
        if (isTaken(channel)) {
            channel.close();
            throw new StorageUnavailableException(file + " is open in another console; close that one first");
        }
        return channel;
    }

    /** The lock is let go with the channel. */
    @SuppressWarnings("MustBeClosed")
    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            FileLock taken = channel.tryLock();
            return taken == null;
        } catch (OverlappingFileLockException inThisProcess) {
            return true;
        }
    }

    /**
     * What it holds; empty when it is not there.
     *
     * @throws StorageUnavailableException when it cannot be read
     */
    Optional<byte[]> read() {
        try {
            return Optional.of(Files.readAllBytes(path));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException refused) {
            throw new StorageUnavailableException(path + " cannot be read: " + reason(refused), refused);
        }
    }

    /**
     * Replaces what it holds. Whatever happens meanwhile, the file has either what it had or all of this.
     *
     * @throws StorageUnavailableException when it cannot be written; then it has what it had
     */
    void write(ByteBuffer content) {
        Path unfinished = path.resolveSibling(path.getFileName() + ".new");
        try {
            requireWritable();
            disk.write(unfinished, content);
            keepPermissions(unfinished);
            disk.replace(path, unfinished);
            disk.force(Disk.directory(path));
        } catch (IOException refused) {
            discard(unfinished);
            throw new StorageUnavailableException(
                    path + " cannot be written, and is as it was: " + reason(refused), refused);
        }
    }

    /** A file without any right to write was made so on purpose; replacing it would go round that. */
    private void requireWritable() throws IOException {
        if (lock == null) {
            throw new AccessDeniedException(path.toString());
        }
        if (Files.exists(path)
                && Disk.isPosix(path)
                && Files.getPosixFilePermissions(path).stream().noneMatch(WRITE::contains)) {
            throw new AccessDeniedException(path.toString());
        }
    }

    private void keepPermissions(Path unfinished) throws IOException {
        if (Files.exists(path) && Disk.isPosix(path)) {
            Files.setPosixFilePermissions(unfinished, Files.getPosixFilePermissions(path));
        }
    }

    private static void discard(Path unfinished) {
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException stays) {
            // The next change replaces it.
        }
    }

    private static String reason(IOException refused) {
        if (refused instanceof AccessDeniedException) {
            return "it is read-only";
        }
        if (refused instanceof FileSystemException said && said.getReason() != null) {
            return said.getReason();
        }
        return String.valueOf(refused.getMessage());
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        if (lock != null) {
            try {
                lock.close();
            } catch (IOException ended) {
                // The lock ends with the process.
            }
        }
    }
}
