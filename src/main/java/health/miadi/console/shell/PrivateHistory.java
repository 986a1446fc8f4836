package health.miadi.console.shell;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;
import org.jline.reader.impl.history.DefaultHistory;

/**
 * The lines that were typed, for the arrow keys of this session and the next. A line that names an attribute which nobody may
 * read later is not kept at all, and nobody else can read the file.
 */
final class PrivateHistory extends DefaultHistory {
    private static final Set<PosixFilePermission> MINE = PosixFilePermissions.fromString("rw-------");

    private final Pattern confidential;

    /**
     * @param confidential the names of attributes that are secret or confidential
     */
    PrivateHistory(Set<String> confidential) {
        String names = String.join("|", confidential);
        this.confidential = Pattern.compile("(?i)password|passwd|(?<![A-Za-z])(?:" + names + ")(?![A-Za-z])");
    }

    @Override
    public void add(Instant time, String line) {
        if (!confidential.matcher(line).find()) {
            super.add(time, line);
        }
    }

    /**
     * The file, readable by its owner alone, made where it is missing.
     *
     * @throws IOException when it cannot be written
     */
    static Path file(Path directory) throws IOException {
        Files.createDirectories(directory);
        Path file = directory.resolve("console-history");
        boolean posix = Files.getFileStore(directory).supportsFileAttributeView("posix");
        try {
            if (posix) {
                Files.createFile(file, PosixFilePermissions.asFileAttribute(MINE));
            } else {
                Files.createFile(file);
            }
        } catch (FileAlreadyExistsException there) {
            if (posix) {
                Files.setPosixFilePermissions(file, MINE);
            }
        }
        return file;
    }
}
