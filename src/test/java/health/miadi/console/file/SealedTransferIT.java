package health.miadi.console.file;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.console.database.ConsoleDatabase;
import health.miadi.console.storage.ObjectClass;
import health.miadi.console.storage.Storage;
import health.miadi.console.storage.StoredObject;
import health.miadi.console.storage.Taking;
import health.miadi.console.transfer.ClinicTransfer;
import health.miadi.console.transfer.ImportSettings;
import health.miadi.console.transfer.Progress;
import health.miadi.console.transfer.TransferReport;
import health.miadi.record.entity.RecordText;
import health.miadi.record.entity.Seal;
import health.miadi.shared.time.SystemClock;
import health.miadi.testing.server.TestKeys;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** R-REC-4: what is sealed in a file is readable in a database that has the same keys, and the other way round. */
@Tag("no-server")
class SealedTransferIT {
    private static final String KEYS = "miadi.records.keys";
    private static final Clock CLOCK = SystemClock.create();

    @TempDir
    Path directory;

    @BeforeEach
    void haveAKey() {
        System.setProperty(KEYS, TestKeys.recordKey("console"));
    }

    @AfterEach
    void forgetTheKey() {
        System.clearProperty(KEYS);
    }

    /** Each amendment opens what was sealed in the storage before it. */
    @Test
    void recordsMoveFromFileToDatabaseToDatabaseToFile() {
        StoredObject visit;
        UUID record;
        try (Storage first = file("first.json")) {
            visit = visit(first);
            record = first.create(
                            ObjectClass.MEDICAL_RECORD,
                            ObjectClass.MEDICAL_RECORD.read(Map.of(
                                    "appointmentId", visit.id().toString(), "diagnosis", "Malaria", "notes", "Of old")))
                    .id();
            amend(first, record, "treatment", "Rest");
            transfer(first).export(directory.resolve("1.json"));
        }
        try (ConsoleDatabase second = new ConsoleDatabase();
                ConsoleDatabase third = new ConsoleDatabase();
                Storage last = file("last.json")) {
            take(second.storage(), "1.json");
            assertSameContent(second.storage(), "first.json");
            amend(second.storage(), record, "prescriptions", "Water");
            transfer(second.storage()).export(directory.resolve("2.json"));
            take(third.storage(), "2.json");
            amend(third.storage(), record, "notes", "Of late");
            transfer(third.storage()).export(directory.resolve("3.json"));
            take(last, "3.json");
            amend(last, record, "treatment", "Rest more");
        }
        try (Storage reopened = file("last.json")) {
            SealedVersions sealed = sealed(reopened);
            assertThat(sealed.count()).isEqualTo(5);
            UUID patient = (UUID) visit.value("patientId").orElseThrow();
            UUID provider = (UUID) visit.value("providerId").orElseThrow();
            assertThat(new KeyRingSealer().open(sealed.newest(), new Seal(record, visit.id(), patient, provider, 5)))
                    .isEqualTo(new RecordText("Malaria", "Rest more", "Water", "Of late"));
        }
    }

    private static StoredObject visit(Storage clinic) {
        StoredObject provider = clinic.create(
                ObjectClass.PROVIDER,
                ObjectClass.PROVIDER.read(
                        Map.of("firstName", "Juma", "lastName", "Otieno", "cadre", "doctor", "timeZone", "UTC")));
        StoredObject patient = clinic.create(
                ObjectClass.PATIENT, ObjectClass.PATIENT.read(Map.of("firstName", "Amina", "lastName", "Okoth")));
        Instant start = CLOCK.instant()
                .atZone(ZoneOffset.UTC)
                .toLocalDate()
                .minusDays(7)
                .atTime(9, 0)
                .toInstant(ZoneOffset.UTC);
        StoredObject visit = StoredObject.of(
                ObjectClass.APPOINTMENT,
                UUID.randomUUID(),
                1,
                Map.of(
                        "providerId",
                        provider.id(),
                        "patientId",
                        patient.id(),
                        "start",
                        start,
                        "end",
                        start.plusSeconds(1_800),
                        "timeZone",
                        "UTC",
                        "status",
                        "completed"));
        assertThat(clinic.take(ObjectClass.APPOINTMENT, List.of(visit))).containsExactly(Taking.TAKEN);
        return visit;
    }

    private void assertSameContent(Storage database, String file) {
        try (Storage source = file(file)) {
            for (ObjectClass type : ObjectClass.values()) {
                Map<UUID, Map<String, Object>> expected = stored(source, type);
                Map<UUID, Map<String, Object>> found = stored(database, type);
                List.of(expected, found).forEach(all -> all.values().forEach(object -> object.remove("sealed")));
                // a file counts what it can tell from start and end
                List.of(expected, found)
                        .forEach(all -> all.values().forEach(object -> object.remove("durationMinutes")));
                assertThat(found).as(type.title()).isEqualTo(expected);
            }
        }
    }

    /** Of the one record that is there. */
    private static SealedVersions sealed(Storage storage) {
        try (Stream<StoredObject> records = storage.stored(ObjectClass.MEDICAL_RECORD)) {
            StoredObject record = records.findFirst().orElseThrow();
            return SealedVersions.of(record.value("sealed").orElseThrow().toString());
        }
    }

    private static Map<UUID, Map<String, Object>> stored(Storage storage, ObjectClass type) {
        Map<UUID, Map<String, Object>> all = new HashMap<>();
        try (Stream<StoredObject> objects = storage.stored(type)) {
            objects.forEach(object -> all.put(object.id(), new HashMap<>(object.attributes())));
        }
        return all;
    }

    private static void amend(Storage storage, UUID record, String name, String value) {
        StoredObject before = storage.get(ObjectClass.MEDICAL_RECORD, record).orElseThrow();
        assertThat(storage.save(ObjectClass.MEDICAL_RECORD.change(before, Map.of(name, Optional.of(value))))
                        .value(name))
                .contains(StoredObject.CONFIDENTIAL);
    }

    private void take(Storage storage, String export) {
        TransferReport report = transfer(storage)
                .take(
                        directory.resolve(export),
                        directory.resolve("rejects.csv"),
                        ImportSettings.plain(ZoneOffset.UTC));
        assertThat(report.refused()).isZero();
        assertThat(report.of(ObjectClass.MEDICAL_RECORD)).isEqualTo(new TransferReport.Counts(1, 0, 0, 0));
    }

    private static ClinicTransfer transfer(Storage storage) {
        return new ClinicTransfer(storage, CLOCK, Progress.NONE);
    }

    private Storage file(String name) {
        return FileStorage.open(directory.resolve(name), new FileSettings(Map.of()), new KeyRingSealer(), CLOCK);
    }
}
