package health.miadi.demo.launcher;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the person asked for through the environment.
 *
 * @param port TCP port of the front page and the API, [1, 65535]
 * @param home directory of everything that is kept, absolute
 * @param ownDatabase the person's own PostgreSQL, or empty for the embedded one
 */
record LaunchSettings(int port, Path home, Optional<DatabaseAccess> ownDatabase) {
    private static final int DEFAULT_PORT = 8080;
    private static final String DEFAULT_HOME = ".miadi";

    /**
     * Reads the settings; an empty variable counts as one that is not set.
     *
     * @param project the project's root, where the default home is
     * @param workingDirectory what a relative {@code MIADI_HOME} starts from
     * @throws LaunchRefusal when a value makes no sense
     */
    static LaunchSettings of(Map<String, String> environment, Path project, Path workingDirectory) {
        return new LaunchSettings(
                port(environment), home(environment, project, workingDirectory), ownDatabase(environment));
    }

    private static int port(Map<String, String> environment) {
        String text = given(environment, "MIADI_PORT");
        if (text == null) {
            return DEFAULT_PORT;
        }
        if (text.matches("[0-9]{1,5}")) {
            int port = Integer.parseInt(text);
            if (port >= 1 && port <= 65535) {
                return port;
            }
        }
        throw new LaunchRefusal("MIADI_PORT must be a number from 1 to 65535, and is \"" + text + "\".");
    }

    private static Path home(Map<String, String> environment, Path project, Path workingDirectory) {
        String text = given(environment, "MIADI_HOME");
        try {
            Path home = text == null ? project.resolve(DEFAULT_HOME) : workingDirectory.resolve(text);
            return home.toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new LaunchRefusal("MIADI_HOME is not the name of a directory: \"" + text + "\".", e);
        }
    }

    private static Optional<DatabaseAccess> ownDatabase(Map<String, String> environment) {
        String url = given(environment, "MIADI_DB_URL");
        String user = given(environment, "MIADI_DB_USER");
        String password = given(environment, "MIADI_DB_PASSWORD");
        if (url == null && user == null && password == null) {
            return Optional.empty();
        }
        if (url == null || user == null || password == null) {
            List<String> missing = new ArrayList<>();
            addIfNull(missing, url, "MIADI_DB_URL");
            addIfNull(missing, user, "MIADI_DB_USER");
            addIfNull(missing, password, "MIADI_DB_PASSWORD");
            throw new LaunchRefusal("To use a PostgreSQL of your own, set " + String.join(" and ", missing)
                    + " as well; to use the embedded one, set none of MIADI_DB_URL, MIADI_DB_USER, MIADI_DB_PASSWORD.");
        }
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new LaunchRefusal("MIADI_DB_URL must begin with jdbc:postgresql:, "
                    + "for example jdbc:postgresql://db.example.org/miadi.");
        }
        return Optional.of(new DatabaseAccess(url, user, password, null));
    }

    private static void addIfNull(List<String> missing, @Nullable String value, String name) {
        if (value == null) {
            missing.add(name);
        }
    }

    private static @Nullable String given(Map<String, String> environment, String name) {
        String value = environment.get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }
}
