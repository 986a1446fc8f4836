package health.miadi.demo.launcher;

import com.fasterxml.jackson.core.JsonProcessingException;
import health.miadi.demo.SampleLogins;
import health.miadi.demo.SampleLogins.Login;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** {@code logins.json}: made at the first start, read at every later one. */
final class SampleLoginsFile {

    private SampleLoginsFile() {}

    /**
     * The logins in the file; new ones, written there, when there is no file and none can be in the database yet.
     *
     * @param databaseKept whether the database has the logins of an earlier file, which nobody can tell
     * @return empty when the file of a database that was kept is gone
     * @throws LaunchRefusal when the file holds something else
     */
    static Optional<SampleLogins> keep(Path file, boolean databaseKept) throws IOException {
        if (Files.exists(file)) {
            return Optional.of(read(file));
        }
        if (databaseKept) {
            return Optional.empty();
        }
        SampleLogins logins = new SampleLogins(
                new Login("admin", Secrets.password()),
                new Login("provider", Secrets.password()),
                new Login("patient", Secrets.password()));
        PrivateFiles.write(file, logins.json());
        return Optional.of(logins);
    }

    private static SampleLogins read(Path file) throws IOException {
        try {
            return SampleLogins.read(file);
        } catch (JsonProcessingException e) {
            throw new LaunchRefusal(
                    file + " does not hold the three sample logins: restore it, or delete it together with the database"
                            + " to start anew.",
                    e);
        }
    }
}
