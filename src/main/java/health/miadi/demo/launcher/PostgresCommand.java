package health.miadi.demo.launcher;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs a program of the embedded PostgreSQL to its end.
 *
 * <p>PostgreSQL refuses to run as root. Root's call therefore goes through {@code unshare --user}: a user name space of its
 * own in which the process sees itself as an ordinary user and keeps root's files, with no change of owner.
 */
final class PostgresCommand {
    private final Path programs;
    private final List<String> prefix;

    PostgresCommand(Path programs) {
        this.programs = programs;
        this.prefix = new UnixSystem().getUid() == 0 ? List.of("unshare", "--user") : List.of();
    }

    /** How a run ended and what it printed. */
    record Outcome(int exitCode, String output) {
        boolean succeeded() {
            return exitCode == 0;
        }
    }

    /**
     * Proves that PostgreSQL can be run by this user.
     *
     * @throws LaunchRefusal when root may not make a user name space here
     */
    void proveUsable() throws IOException {
        if (prefix.isEmpty()) {
            return;
        }
        List<String> probe = new ArrayList<>(prefix);
        probe.add("true");
        boolean usable;
        try {
            usable = run(probe, "").succeeded();
        } catch (IOException noSuchProgram) {
            usable = false;
        }
        if (!usable) {
            throw new LaunchRefusal(
                    "PostgreSQL does not run as root, and this machine lets root make no user name space:"
                            + " run Miadi as an ordinary user, or set MIADI_DB_URL, MIADI_DB_USER and MIADI_DB_PASSWORD.");
        }
    }

    /** Runs {@code bin/program} with the arguments, gives it the text to read, and waits for its end. */
    Outcome run(String program, List<String> arguments, String input) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.add(programs.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        return run(command, input);
    }

    private static Outcome run(List<String> command, String input) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        Process process = builder.start();
        try (var stdin = process.outputWriter(StandardCharsets.UTF_8)) {
            stdin.write(input);
        } catch (IOException endedEarly) {
            // what it printed and its exit code tell more
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return new Outcome(process.waitFor(), output);
        } catch (InterruptedException e) {
            process.destroy();
            throw new IOException("Interrupted while " + command.get(0) + " ran", e);
        }
    }
}
