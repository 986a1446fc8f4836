package health.miadi.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A program of this machine, Debian's as a rule: where it is, and how to run it. */
final class Program {
    private static final long LIMIT_SECONDS = 120;
    private static final boolean IS_ROOT = "root".equals(System.getProperty("user.name"));

    private Program() {}

    /** Where it is, if it is installed. */
    static Optional<Path> find(String name) {
        List<Path> places = new ArrayList<>(
                Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
                        .map(Path::of)
                        .toList());
        places.add(Path.of("/usr/sbin"));
        return places.stream()
                .map(place -> place.resolve(name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** One of PostgreSQL's own programs, of the newest version that is installed. */
    static Optional<Path> ofPostgres(String name) {
        Path versions = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(versions)) {
            return find(name);
        }
        try (Stream<Path> all = Files.list(versions)) {
            return all.map(version -> version.resolve("bin").resolve(name))
                    .filter(Files::isExecutable)
                    .max(Comparator.comparingInt(Program::version))
                    .or(() -> find(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A shared library of Debian's. */
    static Optional<Path> library(String name) {
        try (Stream<Path> machines = Files.list(Path.of("/usr/lib"))) {
            return machines.map(machine -> machine.resolve(name))
                    .filter(Files::isReadable)
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int version(Path program) {
        return Integer.parseInt(program.getName(program.getNameCount() - 3).toString());
    }

    /** Skips the test, and says so where nobody overlooks it, unless the program was found. */
    static Path need(String debianPackage, Optional<Path> found) {
        if (found.isEmpty()) {
            Figures.skipped("Debian's package " + debianPackage + " is missing: apt-get install " + debianPackage);
        }
        Assumptions.assumeTrue(found.isPresent(), debianPackage + " is not installed");
        return found.orElseThrow();
    }

    /** The command as whoever may run a PostgreSQL, which root may not. */
    static List<String> withoutPower(List<String> command) {
        if (!IS_ROOT) {
            return command;
        }
        List<String> all =
                new ArrayList<>(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", "--"));
        all.addAll(command);
        return all;
    }

    /** A new directory of theirs. */
    static Path directory(String name) {
        try {
            Path directory = Files.createTempDirectory("miadi-faults-" + name + "-");
            if (IS_ROOT) {
                run(List.of("chown", "postgres:", directory.toString()));
            }
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives a file to them. */
    static void give(Path file) {
        if (IS_ROOT) {
            run(List.of("chown", "postgres:", file.toString()));
        }
    }

    /** Runs it to its end. */
    static String run(List<String> command) {
        return run(command, Map.of());
    }

    /**
     * Runs it to its end and answers what it printed.
     *
     * @throws IllegalStateException if it failed
     */
    static String run(List<String> command, Map<String, String> environment) {
        try {
            Path output = Files.createTempFile("miadi-faults-", ".out");
            try {
                var builder = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .directory(Path.of("/").toFile());
                builder.environment().putAll(environment);
                Process process = builder.start();
                boolean hasEnded = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
                if (!hasEnded) {
                    process.destroyForcibly();
                }
                String printed = Files.readString(output);
                if (!hasEnded || process.exitValue() != 0) {
                    throw new IllegalStateException(String.join(" ", command) + " failed: " + printed);
                }
                return printed;
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Starts one that runs on, with all that it prints in that file. */
    static Process start(List<String> command, Map<String, String> environment, Path log) {
        try {
            var builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .directory(Path.of("/").toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> kill(process.toHandle())));
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a signal to a process and all that it started. */
    static void signal(String signal, ProcessHandle process) {
        List<String> command = new ArrayList<>(List.of("kill", "-" + signal));
        Stream.concat(Stream.of(process), process.descendants())
                .forEach(each -> command.add(Long.toString(each.pid())));
        try {
            // one that ended meanwhile is none to signal
            new ProcessBuilder(command).start().onExit().join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it and all that it started on the spot, and returns when they are gone. */
    static void kill(ProcessHandle process) {
        List<ProcessHandle> all =
                Stream.concat(Stream.of(process), process.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(each -> each.onExit().join());
    }

    /** What a program says of its version, in a line. */
    static String versionOf(Path program, String option) {
        return run(List.of(program.toString(), option)).lines().findFirst().orElse("");
    }
}
