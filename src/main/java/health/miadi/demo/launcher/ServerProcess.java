package health.miadi.demo.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The running application server: Payara Micro with the WAR, in a process of its own that ends with the launcher. */
final class ServerProcess implements RunningParts.Part {
    private static final int STOP_LIMIT_SECONDS = 20;

    private final Process process;
    private final int port;
    private final Path started;
    private final Path log;
    private final ClassArchive classes;

    private ServerProcess(Process process, int port, Path started, Path log, ClassArchive classes) {
        this.process = process;
        this.port = port;
        this.started = started;
        this.log = log;
        this.classes = classes;
    }

    /**
     * What to run.
     *
     * @param server Payara Micro's jar
     * @param bootCommands administration commands that the server obeys before it starts
     * @param logging what the server logs and how
     */
    record Programs(Path server, Path war, Path bootCommands, Path logging) {}

    /**
     * Starts the server; its answer is not waited for.
     *
     * @param postgres process id of the embedded PostgreSQL, or 0
     */
    static ServerProcess start(
            Programs programs, MiadiHome home, int port, long postgres, Map<String, String> environment) {
        try {
            UnpackedServer server = UnpackedServer.keep(programs.server(), home.serverPrograms(), home.scratch());
            ServerJvm jvm = ServerJvm.of(server);
            ClassArchive classes = new ClassArchive(jvm, home);
            List<String> options = new ArrayList<>(classes.options());
            options.add("-Djava.io.tmpdir=" + home.scratch());
            options.add("-Djava.awt.headless=true");
            options.add("-Dfish.payara.micro.BootJar=" + server.launcher().toUri());
            options.add("-Dfish.payara.micro.UnpackDir=" + server.directory());

            Path started = home.scratch().resolve("server.started");
            List<String> command = jvm.command(options, List.of(guardClassPath(home)));
            command.add(ServerGuard.class.getName());
            command.add(Long.toString(postgres));
            command.add(started.toString());
            command.add(UnpackedServer.MAIN_CLASS);
            Path instance = server.newInstance(home.scratch().resolve("payara"));
            command.addAll(List.of("--rootdir", instance.toString()));
            command.addAll(List.of("--logproperties", programs.logging().toString()));
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
            return new ServerProcess(process, port, started, log, classes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    ClassArchive classes() {
        return classes;
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
