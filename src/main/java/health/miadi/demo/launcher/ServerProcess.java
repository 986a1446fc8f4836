package health.miadi.demo.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/** The running application server: Payara Micro with the WAR, in a process of its own that ends with the launcher. */
final class ServerProcess implements RunningParts.Part {
    private static final int STOP_LIMIT_SECONDS = 20;
    /** On so few, the default collector's helper threads only take time away; measured: a start is 1 s shorter. */
    private static final int FEW_PROCESSORS = 2;

    private static final String MAIN_CLASS = "fish.payara.micro.PayaraMicro";

    private final Process process;
    private final int port;
    private final Path started;
    private final Path log;

    private ServerProcess(Process process, int port, Path started, Path log) {
        this.process = process;
        this.port = port;
        this.started = started;
        this.log = log;
    }

    /**
     * What to run.
     *
     * @param server Payara Micro's jar
     * @param bootCommands administration commands that the server obeys before it starts
     */
    record Programs(Path server, Path war, Path bootCommands) {}

    /**
     * Starts the server; its answer is not waited for.
     *
     * @param postgres process id of the embedded PostgreSQL, or 0
     */
    static ServerProcess start(
            Programs programs, MiadiHome home, int port, long postgres, Map<String, String> environment) {
        try {
            Path started = home.scratch().resolve("server.started");
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(moduleOptions(programs.server()));
            if (Runtime.getRuntime().availableProcessors() <= FEW_PROCESSORS) {
                command.add("-XX:+UseSerialGC");
            }
            command.add("-Djava.io.tmpdir=" + home.scratch());
            command.add("-Djava.awt.headless=true");
            command.add("-cp");
            command.add(programs.server() + ":" + guardClassPath(home));
            command.add(ServerGuard.class.getName());
            command.add(Long.toString(postgres));
            command.add(started.toString());
            command.add(MAIN_CLASS);
            command.addAll(List.of("--nohazelcast", "--disablephonehome", "--port", Integer.toString(port)));
            command.addAll(
                    List.of("--prebootcommandfile", programs.bootCommands().toString()));
            command.addAll(List.of("--deploy", programs.war().toString(), "--contextroot", "/"));
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            Path log = home.freshLog("server");
            builder.redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            FormerRun.record(home.serverRecord(), process.toHandle());
            return new ServerProcess(process, port, started, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The options that {@code java -jar} would take from the server's manifest. */
    private static List<String> moduleOptions(Path server) throws IOException {
        List<String> options = new ArrayList<>();
        try (JarFile jar = new JarFile(server.toFile())) {
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

    /** A directory with the guard's class alone: the rest of the project must come from the WAR only. */
    private static Path guardClassPath(MiadiHome home) throws IOException {
        Path directory = home.scratch().resolve("guard");
        String name = ServerGuard.class.getName().replace('.', '/') + ".class";
        Path file = directory.resolve(name);
        PrivateFiles.makeDirectory(file.resolveSibling(""));
        try (InputStream code = ServerGuard.class.getResourceAsStream("/" + name)) {
            if (code == null) {
                throw new IOException(name + " is not on the class path");
            }
            Files.copy(code, file);
        }
        return directory;
    }

    /** Whether the server has finished starting, with or without its application. */
    boolean hasStarted() {
        return Files.exists(started);
    }

    /** What the server has printed since its start. */
    Path log() {
        return log;
    }

    int port() {
        return port;
    }

    CompletableFuture<?> ended() {
        return process.onExit();
    }

    @Override
    public void stop() {
        process.toHandle().destroy();
        try {
            if (!process.waitFor(STOP_LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
