package health.miadi.demo.launcher;

import health.miadi.testing.server.BuildOutput;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** One run of the launcher in a process of its own, as {@code mvn -Prun} makes it, but without Maven. */
final class LauncherRun implements AutoCloseable {
    /** No run takes longer on any machine; one that does is ended so that its test fails and does not hang. */
    private static final int LIMIT_MINUTES = 10;

    private final Process process;
    private final BufferedReader output;

    private LauncherRun(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    static LauncherRun start(Map<String, String> environment) throws IOException {
        String classPath = System.getProperty("java.class.path");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        MiadiLauncher.class.getName(),
                        BuildOutput.path("..").normalize().toString(),
                        "payara",
                        payaraMicro().toString())
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("MIADI_"));
        builder.environment().put("CLASSPATH", classPath);
        builder.environment().putAll(environment);
        Process process = builder.start();
        CompletableFuture.delayedExecutor(LIMIT_MINUTES, TimeUnit.MINUTES).execute(process::destroy);
        return new LauncherRun(process);
    }

    /** Payara Micro's jar. */
    static Path payaraMicro() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(entry -> entry.getFileName().toString().startsWith("payara-micro-"))
                .findFirst()
                .orElseThrow();
    }

    /** Reads what it prints until the line appears, and gives what came before. */
    String awaitLine(String expected) throws IOException {
        StringBuilder read = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.equals(expected)) {
                return read.toString();
            }
            read.append(line).append('\n');
        }
        throw new AssertionError("The launcher ended without the line \"" + expected + "\" after\n" + read);
    }

    /** Waits for its end and gives what it printed since the last line that was waited for. */
    String awaitEnd() throws IOException, InterruptedException {
        String rest = output.lines().collect(Collectors.joining("\n"));
        process.waitFor();
        return rest;
    }

    int exitCode() {
        return process.exitValue();
    }

    /** The processes that it runs, without the database, which is nobody's child. */
    List<ProcessHandle> children() {
        return process.descendants().toList();
    }

    void terminate() {
        process.toHandle().destroy();
    }

    /** Ends it and the server at once, as a loss of power would; the database stays behind. */
    void killWithServer() throws InterruptedException {
        children().forEach(ProcessHandle::destroyForcibly);
        kill();
    }

    void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        terminate();
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
    }
}
