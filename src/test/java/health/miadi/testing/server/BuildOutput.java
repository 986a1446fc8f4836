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

    /** The absolute path of something that only this JVM makes, among those that run the suite beside one another. */
    public static Path ofThisJvm(String relative) {
        return path(jvm()).resolve(relative);
    }

    /** The name of this JVM among them. */
    static String jvm() {
        return System.getProperty("miadi.testing.jvm", "jvm-1");
    }

    /** The WAR that the build made, which is what is deployed everywhere. */
    public static Path war() {
        return path("miadi.war");
    }
}
