package health.miadi.demo.launcher;

import health.miadi.shared.settings.Setting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The clinic's database for a program beside the run command, found as the run command would: the person's own, or the
 * embedded one of the home. The embedded one is used where it runs, and started where it does not; then it ends with this.
 *
 * <p>Two programs never run a server on one directory: whoever starts it holds the home's lock as long.
 */
public final class HomeDatabase implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;
    private static final int LOOK_EVERY_MILLIS = 100;

    /** The lines of {@code postmaster.pid} that tell the port, and whether it takes connections. */
    private static final int PORT_LINE = 3;

    private static final int STATUS_LINE = 7;

    private final DatabaseAccess access;
    private final Optional<Path> recordKeys;
    private final RunningParts parts;
    private final Thread atExit;
    private final Origin origin;

    private enum Origin {
        PERSONS_OWN,
        STARTED,
        FOUND_RUNNING
    }

    private HomeDatabase(DatabaseAccess access, Optional<Path> recordKeys, RunningParts parts, Origin origin) {
        this.access = access;
        this.recordKeys = recordKeys;
        this.parts = parts;
        this.origin = origin;
        this.atExit = new Thread(parts::stopAll, "stop");
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /**
     * Finds the database, and starts the embedded one if that is it and it does not run.
     *
     * @param environment the person's settings
     * @param project the project's root, where the default home is
     * @throws LaunchRefusal when there is none that can be used
     */
    public static HomeDatabase open(Map<String, String> environment, Path project) {
        LaunchSettings settings = LaunchSettings.of(environment, project, Path.of(""));
        try {
            MiadiHome unheld = MiadiHome.heldByAnother(settings.home());
            if (settings.ownDatabase().isPresent()) {
                DatabaseAccess access =
                        OwnDatabase.prove(settings.ownDatabase().get()).access();
                return new HomeDatabase(
                        access, recordKeys(environment, unheld), new RunningParts(), Origin.PERSONS_OWN);
            }
            Optional<DatabaseAccess> running = MiadiHome.isHeld(settings.home()) ? running(unheld) : Optional.empty();
            return running.isPresent()
                    ? new HomeDatabase(
                            running.get(), recordKeys(environment, unheld), new RunningParts(), Origin.FOUND_RUNNING)
                    : start(settings.home(), environment);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HomeDatabase start(Path directory, Map<String, String> environment) throws IOException {
        MiadiHome home = MiadiHome.open(directory);
        RunningParts parts = new RunningParts();
        try {
            // before anything takes time: others are to wait for a console, not to use what a killed one left
            PrivateFiles.write(holder(home), ProcessHandle.current().pid() + "\n");
            home.endFormerRun();
            Secrets.keepSigningKey(home.signingKey());
            Secrets.keepRecordKey(home.recordKeys());
            EmbeddedDatabase embedded = new EmbeddedDatabase(home);
            // the run command finds its sample logins as if it had made the database itself
            SampleLoginsFile.keep(home.logins(), embedded.exists());
            return new HomeDatabase(
                    embedded.start(parts).access(), recordKeys(environment, home), parts, Origin.STARTED);
        } catch (IOException | RuntimeException e) {
            parts.stopAll();
            MiadiHome.release();
            throw e;
        }
    }

    /** The keys that the application would seal with there: the home's, unless the person's settings give others. */
    static Optional<Path> recordKeys(Map<String, String> environment, MiadiHome home) {
        return Optional.of(home.recordKeys()).filter(file -> Launch.givesNoRecordKeys(environment));
    }

    /** The database that another process runs; empty when that process ends before it does. */
    private static Optional<DatabaseAccess> running(MiadiHome home) throws IOException {
        long begun = System.nanoTime();
        while (MiadiHome.isHeld(home.directory())) {
            if (!isHeldByAConsole(home)) {
                Optional<Integer> port = port(home);
                if (port.isPresent()) {
                    return Optional.of(new DatabaseAccess(
                            "jdbc:postgresql://127.0.0.1:" + port.get() + "/" + PostgresDirectory.DATABASE,
                            PostgresDirectory.ROLE,
                            Files.readString(home.databasePassword()).strip(),
                            null));
                }
            }
            if (System.nanoTime() - begun > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
                throw new LaunchRefusal(
                        isHeldByAConsole(home)
                                ? "Another console uses the database in " + home.directory()
                                        + ": end that one first, or start Miadi, whose database they share."
                                : "Miadi is starting on " + home.directory()
                                        + " and its database is not ready: try again.");
            }
            pause();
        }
        return Optional.empty();
    }

    private static void pause() throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
        } catch (InterruptedException e) {
            throw new IOException("Interrupted while the database started", e);
        }
    }

    private static Optional<Integer> port(MiadiHome home) throws IOException {
        Path file = home.postgres().resolve("postmaster.pid");
        List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
        return lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready")
                ? Optional.of(Integer.valueOf(lines.get(PORT_LINE).strip()))
                : Optional.empty();
    }

    private static Path holder(MiadiHome home) {
        return home.directory().resolve("console.process");
    }

    /** A console's database ends with that console, so that no other program may count on it. */
    private static boolean isHeldByAConsole(MiadiHome home) throws IOException {
        Path file = holder(home);
        return Files.exists(file)
                && Files.readString(file)
                        .strip()
                        .equals(Files.readString(home.directory().resolve("lock"))
                                .strip());
    }

    /** Whether the application that runs on it, if one does, has brought its schema up to date. */
    public boolean isMigrated() {
        return origin == Origin.FOUND_RUNNING;
    }

    /** What the application's configuration says of it, by the names of MicroProfile Config. */
    public Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        access.asEnvironment().forEach((name, value) -> settings.put(property(name), value));
        recordKeys
                .filter(Files::exists)
                .ifPresent(file -> settings.put(Setting.RECORDS_KEYS_FILE.property(), file.toString()));
        return settings;
    }

    private static String property(String variable) {
        return Arrays.stream(Setting.values())
                .filter(setting -> setting.variable().equals(variable))
                .findFirst()
                .orElseThrow()
                .property();
    }

    @Override
    public void close() {
        parts.stopAll();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException ending) {
            // it runs already, and finds nothing left to stop
        }
        if (origin == Origin.STARTED) {
            MiadiHome.release();
        }
    }
}
