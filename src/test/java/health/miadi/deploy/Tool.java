package health.miadi.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;

/** A program of this machine that says whether a file is as it wants it. */
final class Tool {
    private static final long LIMIT_SECONDS = 120;
    private static final boolean REQUIRED =
            System.getenv().getOrDefault("MIADI_DEPLOY_REQUIRED", "").equals("true");

    private final List<String> command;

    private Tool(List<String> command) {
        this.command = command;
    }

    /** Debian's program of that name; where it is not installed, the test is skipped and says so, or fails where it is asked for. */
    static Tool ofDebian(String program, String debianPackage) {
        return Stream.concat(
                        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)),
                        Stream.of("/usr/sbin"))
                .map(place -> Path.of(place, program))
                .filter(Files::isExecutable)
                .findFirst()
                .map(found -> new Tool(List.of(found.toString())))
                .orElseGet(() -> missing("apt-get install " + debianPackage));
    }

    /** A script of one of npm's packages, which {@code .ci/run} installs where {@code MIADI_DEPLOY_NODE} says. */
    static Tool ofNpm(String name, String script) {
        return new Tool(List.of("node", fileOfNpm(name, script).toString()));
    }

    /** A file of one of npm's packages, likewise. */
    static Path fileOfNpm(String name, String file) {
        return Optional.ofNullable(System.getenv("MIADI_DEPLOY_NODE"))
                .map(directory -> Path.of(directory, "node_modules", name, file))
                .filter(Files::isReadable)
                .orElseGet(() -> missing("npm install --prefix $MIADI_DEPLOY_NODE " + name));
    }

    private static <T> T missing(String cure) {
        String sentence = "Not checked: a file of deploy/, for want of: " + cure;
        if (REQUIRED) {
            return Assertions.fail(sentence);
        }
        System.err.println("[WARNING] " + sentence);
        return abort(sentence);
    }

    /** Runs it, which has to end well, and answers what it printed. */
    String passes(Path directory, Object... arguments) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(command);
        Arrays.stream(arguments).map(Object::toString).forEach(all::add);
        Path output = Files.createTempFile(directory, "output", null);
        Process process = new ProcessBuilder(all)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS))
                    .as("%s ends", all)
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        String printed = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(process.exitValue()).as("%s says%n%s", all, printed).isZero();
        return printed;
    }
}
