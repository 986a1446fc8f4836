package health.miadi.demo;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** The generated sign-ins of the sample clinic, one for each role, as they are kept in {@code logins.json}. */
public record SampleLogins(Login admin, Login provider, Login patient) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    public SampleLogins {
        Objects.requireNonNull(admin);
        Objects.requireNonNull(provider);
        Objects.requireNonNull(patient);
    }

    /** One sign-in. */
    public record Login(String username, String password) {
        public Login {
            Objects.requireNonNull(username);
            Objects.requireNonNull(password);
        }

        @Override
        public String toString() {
            return "Login[" + username + "]";
        }
    }

    /**
     * Reads the file.
     *
     * @throws JsonProcessingException when it holds something else
     */
    public static SampleLogins read(Path file) throws IOException {
        SampleLogins logins = JSON.readValue(Files.readString(file), SampleLogins.class);
        if (logins == null) {
            throw new JsonParseException(null, "null stands for no sample logins");
        }
        return logins;
    }

    /** What the file holds. */
    public String json() {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts can be written as JSON", e);
        }
    }
}
