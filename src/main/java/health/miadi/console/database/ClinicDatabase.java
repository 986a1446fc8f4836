package health.miadi.console.database;

import health.miadi.console.runtime.ApplicationRuntime;
import health.miadi.console.runtime.DatabaseAddress;
import health.miadi.console.storage.StorageUnavailableException;
import health.miadi.demo.launcher.HomeDatabase;
import health.miadi.demo.launcher.LaunchRefusal;
import health.miadi.shared.persistence.SchemaMigration;
import health.miadi.shared.refusal.Causes;
import health.miadi.shared.settings.Setting;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Opens the storage on the clinic's database, wherever that is. */
public final class ClinicDatabase {
    private ClinicDatabase() {}

    /**
     * Opens it, with the schema of this version.
     *
     * @param environment {@code MIADI_DB_URL} and so on, or {@code MIADI_HOME} with the embedded database
     * @param project the project's root, where the default home is
     * @throws StorageUnavailableException when there is no database that can be used
     */
    public static DatabaseStorage open(Map<String, String> environment, Path project) {
        HomeDatabase home = find(environment, project);
        try {
            home.settings().forEach(System::setProperty);
            DatabaseAddress address = new DatabaseAddress(
                    setting(Setting.DB_URL.property()),
                    setting(Setting.DB_USER.property()),
                    setting(Setting.DB_PASSWORD.property()));
            List<Class<?>> wanted = new ArrayList<>(Uses.ALL);
            wanted.add(SchemaMigration.class);
            ApplicationRuntime runtime = ApplicationRuntime.start(address, wanted);
            if (!home.isMigrated()) {
                migrate(runtime);
            }
            return new DatabaseStorage(runtime, home);
        } catch (RuntimeException e) {
            home.close();
            throw e;
        }
    }

    private static HomeDatabase find(Map<String, String> environment, Path project) {
        try {
            return HomeDatabase.open(environment, project);
        } catch (LaunchRefusal refusal) {
            throw new StorageUnavailableException(refusal.sentence(), refusal);
        } catch (UncheckedIOException e) {
            throw new StorageUnavailableException(
                    "The embedded database cannot be started ("
                            + Optional.ofNullable(e.getCause())
                                    .map(Throwable::getMessage)
                                    .orElse("no reason given") + ").",
                    e);
        }
    }

    private static String setting(String name) {
        return System.getProperty(name, "");
    }

    private static void migrate(ApplicationRuntime runtime) {
        try {
            if (!runtime.get(SchemaMigration.class).isDone()) {
                throw new StorageUnavailableException("The database's schema is not that of this version.");
            }
        } catch (StorageUnavailableException told) {
            throw told;
        } catch (RuntimeException failed) {
            String reason = Causes.of(failed)
                    .reduce((outer, inner) -> inner)
                    .flatMap(deepest -> Optional.ofNullable(deepest.getMessage()))
                    .flatMap(message ->
                            message.lines().filter(line -> !line.isBlank()).findFirst())
                    .map(line -> line.replace("Miadi cannot start: ", ""))
                    .orElse("no reason given");
            throw new StorageUnavailableException(
                    "The database's schema cannot be brought up to date (" + reason + ").", failed);
        }
    }
}
