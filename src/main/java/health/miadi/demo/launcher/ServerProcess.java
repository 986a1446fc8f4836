package health.miadi.demo.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The running application server with the WAR, in a process of its own that ends with the launcher. */
final class ServerProcess implements RunningParts.Part {
    private static final int STOP_LIMIT_SECONDS = 20;

    private final Process process;
    private final ServerMake.Prepared prepared;
    private final Path started;
    private final Path log;

    private ServerProcess(Process process, ServerMake.Prepared prepared, Path started, Path log) {
        this.process = process;
        this.prepared = prepared;
        this.started = started;
        this.log = log;
    }

    /**
     * Starts the server; its answer is not waited for.
     *
     * @param postgres process id of the embedded PostgreSQL, or 0
     */
    static ServerProcess start(
            ServerMake make, MiadiHome home, int port, long postgres, Map<String, String> environment) {
        try {
            ServerMake.Prepared prepared = make.prepare(home, port);
            List<String> options = new ArrayList<>();
            prepared.classes().ifPresent(classes -> options.addAll(classes.options()));
            options.add("-Djava.io.tmpdir=" + home.scratch());
            options.add("-Djava.awt.headless=true");
            options.addAll(prepared.options());

            Path started = home.scratch().resolve("server.started");
            List<String> command = prepared.jvm().command(options, List.of(guardClassPath(home)));
            command.add(ServerGuard.class.getName());
            command.add(Long.toString(postgres));
            command.add(started.toString());
            command.add(prepared.mainClass());
            command.addAll(prepared.arguments());
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            Path log = home.freshLog("server");
            builder.redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            FormerRun.record(home.serverRecord(), process.toHandle());
            return new ServerProcess(process, prepared, started, log);
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

    /** Whether the server has finished starting, with or without its application, as far as its log was read. */
    boolean hasStarted(ServerLog read) {
        return prepared.saysStarted().isPresent() ? read.saysStarted() : Files.exists(started);
    }

    /** Whether it is worth asking for its health: one that says when it has started only logs that it was asked before. */
    boolean mayBeAsked(boolean started) {
        return started || prepared.saysStarted().isEmpty();
    }

    /** A reader of what the server has printed since its start. */
    ServerLog log(PrintStream out) {
        return new ServerLog(log, out, prepared.saysStarted());
    }

    /** The archive of its classes, if its make can have one. */
    Optional<ClassArchive> classes() {
        return prepared.classes();
    }

    /** Where it tells its health. */
    int healthPort() {
        return prepared.healthPort();
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
