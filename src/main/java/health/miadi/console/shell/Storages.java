package health.miadi.console.shell;

import health.miadi.console.database.ClinicDatabase;
import health.miadi.console.file.FileSettings;
import health.miadi.console.file.FileStorage;
import health.miadi.console.file.KeyRingSealer;
import health.miadi.console.storage.Storage;
import health.miadi.shared.time.SystemClock;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** The storage that was asked for, opened when the first command needs it: help and slips of the keyboard do not wait. */
final class Storages implements Supplier<Storage>, AutoCloseable {
    private final Supplier<Storage> opening;
    private @Nullable Storage opened;

    Storages(Supplier<Storage> opening) {
        this.opening = opening;
    }

    /**
     * The storage of these options.
     *
     * @param kind {@code db} or {@code fs}, or null: what the environment says
     * @param file of {@code fs}, or null: the one in the home
     */
    static Storages of(CommandLine line, @Nullable String kind, @Nullable Path file, Map<String, String> environment) {
        String chosen = kind == null ? environment.getOrDefault("HMS_TYPE_STORAGE", "") : kind;
        return switch (chosen) {
            case "fs" ->
                new Storages(() -> open(file == null ? home(environment).resolve("clinic.json") : file, environment));
            case "db", "" ->
                new Storages(() -> ClinicDatabase.open(environment, Path.of(System.getProperty("miadi.project", ""))));
            default -> throw new CommandLine.ParameterException(line, "The storages are db and fs.");
        };
    }

    private static Storage open(Path file, Map<String, String> environment) {
        return FileStorage.open(file, new FileSettings(environment), new KeyRingSealer(), SystemClock.create());
    }

    /** Where the console keeps its history, and a clinic in a file unless another place is named. */
    static Path home(Map<String, String> environment) {
        String home = environment.getOrDefault("MIADI_HOME", "");
        String project = System.getProperty("miadi.project", "");
        return home.isBlank() ? Path.of(project, ".miadi") : Path.of(home);
    }

    @Override
    public synchronized Storage get() {
        Storage known = opened;
        if (known == null) {
            known = opening.get();
            opened = known;
        }
        return known;
    }

    @Override
    public synchronized void close() {
        if (opened != null) {
            opened.close();
        }
    }
}
