package health.miadi.demo.launcher;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import org.jspecify.annotations.Nullable;

/**
 * The directory of everything that the run command keeps: the database, keys, sample logins and logs.
 *
 * <p>One launcher at a time holds it, by a lock that the operating system releases when the launcher's process ends, in
 * whatever way it ends.
 */
final class MiadiHome {
    /** Reachable as long as the process lives: the lock goes when the garbage collector takes its channel. */
    private static @Nullable FileChannel lockHolder;

    private final Path directory;

    private MiadiHome(Path directory) {
        this.directory = directory;
    }

    /**
     * Makes the directory ready for use and takes the lock, which this process then holds to its end.
     *
     * @throws LaunchRefusal when the directory cannot be written, or another launcher holds it
     */
    static MiadiHome open(Path directory) {
        MiadiHome home = new MiadiHome(directory);
        try {
            for (Path below : new Path[] {directory, home.keys(), home.logs(), home.scratch()}) {
                PrivateFiles.makeDirectory(below);
            }
            home.requireOwn();
            home.lock();
            for (Path below : new Path[] {directory, home.keys(), home.logs(), home.scratch()}) {
                home.proveWritable(below);
            }
            return home;
        } catch (IOException e) {
            throw home.refusal(e);
        }
    }

    /** Whoever came first and left the directory open to all could have put keys there, or take ours. */
    private void requireOwn() throws IOException {
        for (Path one : new Path[] {directory, keys()}) {
            boolean posix = Files.getFileStore(one).supportsFileAttributeView("posix");
            if (posix && Files.getPosixFilePermissions(one).contains(PosixFilePermission.OTHERS_WRITE)) {
                throw new LaunchRefusal("Everybody on this computer may write to " + one
                        + ", where the clinic's keys and data are to be:"
                        + " take that right away (chmod o-w), or set MIADI_HOME to another directory.");
            }
        }
    }

    private LaunchRefusal refusal(IOException e) {
        if (e instanceof AccessDeniedException denied) {
            return new LaunchRefusal(
                    "User " + System.getProperty("user.name") + " may not write to " + denied.getFile()
                            + ": give that user the right, or set MIADI_HOME to a directory of its own.",
                    e);
        }
        if (e instanceof FileAlreadyExistsException file) {
            return new LaunchRefusal(
                    file.getFile() + " is not a directory: remove it, or set MIADI_HOME to another directory.", e);
        }
        return new LaunchRefusal("Miadi cannot keep its data in " + directory + " (" + reason(e) + ").", e);
    }

    /**
     * Ends what a launcher that was killed left running, and only then empties the scratch files: a server uses its own to
     * its last moment.
     *
     * @return whether its server still ran
     * @throws LaunchRefusal when they cannot be removed
     */
    boolean endFormerRun() {
        try {
            FormerRun.endAtOnce(archiverRecord());
            boolean ran = FormerRun.end(serverRecord());
            PrivateFiles.deleteTree(scratch());
            PrivateFiles.makeDirectory(scratch());
            return ran;
        } catch (IOException e) {
            throw refusal(e);
        }
    }

    /** The directory as another process holds it; nothing in it is this one's to change. */
    static MiadiHome heldByAnother(Path directory) {
        return new MiadiHome(directory);
    }

    /** Whether a process holds the directory, this one or another. */
    static boolean isHeld(Path directory) {
        Path file = directory.resolve("lock");
        if (!Files.isWritable(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock == null;
        } catch (OverlappingFileLockException ownProcess) {
            return true;
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Lets go of the directory. */
    static void release() {
        FileChannel channel = lockHolder;
        lockHolder = null;
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException gone) {
                // as good as released
            }
        }
    }

    private static String reason(IOException e) {
        String reason = e instanceof FileSystemException refusal ? refusal.getReason() : e.getMessage();
        return reason == null ? e.getClass().getSimpleName() : reason;
    }

    private void lock() throws IOException {
        FileChannel channel = FileChannel.open(
                directory.resolve("lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            ByteBuffer holder = ByteBuffer.allocate(20);
            channel.read(holder);
            throw new LaunchRefusal("Miadi is already running on " + directory + " (process "
                    + new String(holder.array(), 0, holder.position(), StandardCharsets.US_ASCII).strip()
                    + "): stop that one first, or set MIADI_HOME and MIADI_PORT to run a second one.");
        }
        lockHolder = channel;
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
    }

    private void proveWritable(Path below) throws IOException {
        Files.delete(Files.createTempFile(below, "write", null));
    }

    Path directory() {
        return directory;
    }

    /** The cluster directory of the embedded PostgreSQL. */
    Path postgres() {
        return directory.resolve("postgres");
    }

    /** The unpacked programs of the embedded PostgreSQL; may be deleted while nothing runs. */
    Path postgresPrograms() {
        return directory.resolve("postgres-programs");
    }

    /** The unpacked Payara Micro and the archive of its classes; may be deleted while nothing runs. */
    Path serverPrograms() {
        return directory.resolve("payara");
    }

    /** The WildFly that was set up for Miadi; may be deleted while nothing runs. */
    Path wildFlyPrograms() {
        return directory.resolve("wildfly");
    }

    Path keys() {
        return directory.resolve("keys");
    }

    Path logs() {
        return directory.resolve("logs");
    }

    /** Gives a log file that is not there yet; the one of the run before is kept under another name. */
    Path freshLog(String name) throws IOException {
        Path log = logs().resolve(name + ".log");
        if (Files.exists(log)) {
            Files.move(log, logs().resolve(name + ".previous.log"), StandardCopyOption.REPLACE_EXISTING);
        }
        return log;
    }

    /** Scratch files of the running server; emptied at every start. */
    Path scratch() {
        return directory.resolve("tmp");
    }

    Path logins() {
        return directory.resolve("logins.json");
    }

    /** The private key that signs access tokens. */
    Path signingKey() {
        return keys().resolve("jwt-private-key.pem");
    }

    /** The keys that medical records are sealed with, one a line. */
    Path recordKeys() {
        return keys().resolve("records.keys");
    }

    /** The password of the application's role in the embedded PostgreSQL. */
    Path databasePassword() {
        return keys().resolve("database.password");
    }

    /** The password of the role that owns the tables of the embedded PostgreSQL. */
    Path ownerPassword() {
        return keys().resolve("database-owner.password");
    }

    /** Which server process the last launcher started; see {@link FormerRun}. */
    Path serverRecord() {
        return directory.resolve("server.process");
    }

    /** Which process the last launcher started to archive the server's classes. */
    Path archiverRecord() {
        return directory.resolve("class-archive.process");
    }
}
