package health.miadi.demo.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

/**
 * The Java virtual machine of the application server.
 *
 * @param options what it is told whatever it runs
 * @param classPath the server's classes
 */
record ServerJvm(List<String> options, List<Path> classPath) {
    /** On so few, what the virtual machine does beside running the server only takes time away from it. */
    private static final int FEW_PROCESSORS = 2;

    /**
     * A start is over before the thorough compiler's work pays: it is asked for it three times later than by default. Ten times
     * later started no faster, and answered more slowly in the minute after (measured in ADR 0034).
     */
    private static final List<String> LATER_THOROUGH_COMPILATION = List.of(
            "-XX:Tier4InvocationThreshold=15000",
            "-XX:Tier4MinInvocationThreshold=1800",
            "-XX:Tier4CompileThreshold=45000",
            "-XX:Tier4BackEdgeThreshold=120000");

    static ServerJvm of(UnpackedServer server) throws IOException {
        return of(moduleOptions(server.launcher()), server.classPath());
    }

    /** One for this machine. */
    static ServerJvm of(List<String> moduleOptions, List<Path> classPath) {
        List<String> options = new ArrayList<>(moduleOptions);
        if (Runtime.getRuntime().availableProcessors() <= FEW_PROCESSORS) {
            options.add("-XX:+UseSerialGC");
            options.addAll(LATER_THOROUGH_COMPILATION);
        }
        return new ServerJvm(List.copyOf(options), classPath);
    }

    /** The options that {@code java -jar} would take from the jar's manifest. */
    private static List<String> moduleOptions(Path launcher) throws IOException {
        List<String> options = new ArrayList<>();
        try (JarFile jar = new JarFile(launcher.toFile())) {
            Attributes manifest = jar.getManifest().getMainAttributes();
            for (String name : List.of("Add-Exports", "Add-Opens")) {
                String value = manifest.getValue(name);
                for (String opened : value == null ? new String[0] : value.split("\\s+")) {
                    options.add("--" + name.toLowerCase(Locale.ROOT) + "=" + opened + "=ALL-UNNAMED");
                }
            }
        }
        return options;
    }

    /** The program of this process's Java runtime, with which others are run too. */
    static Path program() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /** The words that start it, up to its class path. */
    List<String> command(List<String> furtherOptions, List<Path> furtherClassPath) {
        List<String> command = new ArrayList<>();
        command.add(program().toString());
        command.addAll(options);
        command.addAll(furtherOptions);
        command.add("-cp");
        List<Path> together = new ArrayList<>(classPath);
        together.addAll(furtherClassPath);
        command.add(together.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        return command;
    }
}
