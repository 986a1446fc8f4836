package health.miadi.console.file;

import health.miadi.console.storage.ObjectClass;
import health.miadi.console.storage.Storage;
import health.miadi.console.storage.StoredObject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A clinic in a file, opened for each test, and the people, hours and appointments that tests put into it. */
abstract class FileClinic {
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    /** Of the machine: the rules count from now. */
    static final Clock CLOCK = Clock.systemUTC();

    Storage storage;

    @TempDir
    Path directory;

    Storage open() {
        return FileFixture.open(directory.resolve("clinic.json"), Disk.REAL);
    }

    @BeforeEach
    void opens() {
        storage = open();
    }

    @AfterEach
    void closes() {
        storage.close();
        storage.close();
    }

    StoredObject create(ObjectClass type, Map<String, ?> given) {
        return storage.create(type, type.read(given));
    }

    /** Text that nobody else has. */
    static String fresh(String beginning) {
        return beginning + UUID.randomUUID().toString().replace("-", "").substring(0, 12) + PEOPLE.incrementAndGet();
    }

    StoredObject provider(Map<String, ?> more) {
        Map<String, Object> given = new HashMap<>(
                Map.of("firstName", "Betty", "lastName", fresh("Bar"), "cadre", "doctor", "timeZone", "UTC"));
        given.putAll(more);
        return create(ObjectClass.PROVIDER, given);
    }

    StoredObject patient() {
        return create(ObjectClass.PATIENT, Map.of("firstName", "Ann", "lastName", fresh("Otieno")));
    }

    /** A provider who works around the clock. */
    StoredObject busyProvider() {
        StoredObject provider = provider(Map.of());
        for (String day : List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")) {
            rule(provider, day, "00:00", "24:00");
        }
        return provider;
    }

    StoredObject rule(StoredObject provider, String day, String from, String to) {
        return create(
                ObjectClass.AVAILABILITY,
                Map.of("providerId", provider.id().toString(), "dayOfWeek", day, "startTime", from, "endTime", to));
    }

    StoredObject book(StoredObject provider, StoredObject patient, Instant start, Map<String, ?> more) {
        Map<String, Object> given = new HashMap<>(Map.of(
                "providerId", provider.id().toString(),
                "patientId", patient.id().toString(),
                "start", start.toString()));
        given.putAll(more);
        return create(ObjectClass.APPOINTMENT, given);
    }

    /** That hour of the day after tomorrow, UTC. */
    static Instant at(int hour, int minute) {
        return LocalDate.ofInstant(CLOCK.instant(), ZoneOffset.UTC)
                .plusDays(2)
                .atTime(hour, minute)
                .toInstant(ZoneOffset.UTC);
    }

    StoredObject change(StoredObject object, Map<String, Optional<?>> changes) {
        return storage.save(object.type().change(object, changes));
    }

    static List<UUID> ids(Stream<StoredObject> objects) {
        try (objects) {
            return objects.map(StoredObject::id).toList();
        }
    }
}
