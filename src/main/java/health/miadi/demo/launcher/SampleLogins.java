package health.miadi.demo.launcher;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The generated sign-ins of the sample clinic, one for each role, as they are kept in {@code logins.json}. */
record SampleLogins(Login admin, Login provider, Login patient) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    SampleLogins {
        Objects.requireNonNull(admin);
        Objects.requireNonNull(provider);
        Objects.requireNonNull(patient);
    }

    /** One sign-in. */
    record Login(String username, String password) {
        Login {
            Objects.requireNonNull(username);
            Objects.requireNonNull(password);
        }

        @Override
        public String toString() {
            return "Login[" + username + "]";
        }
    }

    static SampleLogins generate() {
        return new SampleLogins(
                new Login("admin", Secrets.password()),
                new Login("provider", Secrets.password()),
                new Login("patient", Secrets.password()));
    }

    /**
     * Reads the logins of an earlier start.
     *
     * @throws LaunchRefusal when the file does not hold them
     */
    static SampleLogins read(Path file) throws IOException {
        SampleLogins logins;
        try {
            logins = JSON.readValue(Files.readString(file), SampleLogins.class);
        } catch (JsonProcessingException e) {
            throw damaged(file, e);
        }
        if (logins == null) {
            throw damaged(file, null);
        }
        return logins;
    }

    private static LaunchRefusal damaged(Path file, @Nullable Throwable cause) {
        return new LaunchRefusal(
                file + " does not hold the three sample logins: restore it, or delete it together with the database to"
                        + " start anew.",
                cause);
    }

    void write(Path file) throws IOException {
        PrivateFiles.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n");
    }
}
