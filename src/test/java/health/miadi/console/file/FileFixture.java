package health.miadi.console.file;

import health.miadi.console.storage.ObjectClass;
import health.miadi.console.storage.Storage;
import health.miadi.console.storage.StoredObject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** Clinics in files, for tests. */
final class FileFixture {
    private static final Clock CLOCK = Clock.tick(Clock.systemUTC(), ChronoUnit.MICROS.getDuration());

    private FileFixture() {}

    /** Opens a clinic that hashes passwords quickly, and marks what it would have sealed. */
    static Storage open(Path file, Disk disk) {
        return FileStorage.open(file, FileSettings.hashingQuickly(1000), new PlainSealer(), CLOCK, disk);
    }

    static StoredObject provider(Storage storage, String lastName) {
        return storage.create(
                ObjectClass.PROVIDER,
                ObjectClass.PROVIDER.read(
                        Map.of("firstName", "Ann", "lastName", lastName, "cadre", "nurse", "timeZone", "UTC")));
    }
}
