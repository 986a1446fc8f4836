package health.miadi.console.shell;

import com.pty4j.PtyProcess;
import com.pty4j.PtyProcessBuilder;
import com.pty4j.WinSize;
import health.miadi.console.MiadiConsole;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The console in a process of its own, on a clinic in a file unless its arguments say otherwise. */
final class ConsoleProcess {
    private static final long PATIENCE_SECONDS = 60;

    private ConsoleProcess() {}

    /** What came of a run. */
    record Result(String out, String err, int exitCode) {}

    private static List<String> command(Path directory, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "-Dmiadi.project=" + directory,
                MiadiConsole.class.getName()));
        if (!List.of(arguments).contains("--storage")) {
            command.addAll(List.of(
                    "--storage",
                    "fs",
                    "--file",
                    directory.resolve("clinic.json").toString()));
        }
        command.addAll(List.of(arguments));
        return command;
    }

    private static Map<String, String> environment(Path directory) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("MIADI_HOME", directory.resolve("home").toString());
        environment.put("MIADI_PASSWORD_ITERATIONS", "1000");
        environment.put("TERM", "xterm");
        environment.remove("NO_COLOR");
        environment.remove("JAVA_TOOL_OPTIONS");
        return environment;
    }

    /** Starts it as a script does. */
    static Process start(Path directory, String... arguments) throws IOException {
        var builder = new ProcessBuilder(command(directory, arguments));
        builder.environment().clear();
        builder.environment().putAll(environment(directory));
        return builder.start();
    }

    /** Runs it as a script does. */
    static Result run(Path directory, String input, String... arguments) throws IOException, InterruptedException {
        File err = directory.resolve("err.txt").toFile();
        var builder = new ProcessBuilder(command(directory, arguments)).redirectError(err);
        builder.environment().clear();
        builder.environment().putAll(environment(directory));
        Process process = builder.start();
        try (var stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("The console did not end; it printed:\n" + out);
        }
        return new Result(out, Files.readString(err.toPath()), process.exitValue());
    }

    /** Starts it as a person does, at a terminal of 100 columns and so many rows. */
    static TypedConsole atTerminal(Path directory, int rows, String... arguments) throws IOException {
        PtyProcess process = new PtyProcessBuilder(command(directory, arguments).toArray(String[]::new))
                .setEnvironment(environment(directory))
                .setInitialColumns(100)
                .setInitialRows(rows)
                .start();
        process.setWinSize(new WinSize(100, rows));
        return new TypedConsole(process);
    }
}
