package health.miadi.testing.server;

import java.nio.file.Path;

/** Maven's output directory, {@code target}. */
public final class BuildOutput {

    private BuildOutput() {}

    /** The absolute path of something below {@code target}. */
    public static Path path(String relative) {
        return Path.of(System.getProperty("basedir", ""))
                .toAbsolutePath()
                .resolve("target")
                .resolve(relative);
    }

    /** The WAR that the build made, which is what is deployed everywhere. */
    public static Path war() {
        return path("miadi.war");
    }
}
