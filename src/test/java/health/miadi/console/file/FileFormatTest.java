package health.miadi.console.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.miadi.console.storage.ObjectClass;
import health.miadi.console.storage.Storage;
import health.miadi.console.storage.StorageUnavailableException;
import health.miadi.console.storage.StoredObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileFormatTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | it is not a clinic's file",
                "hello | it is no JSON, or only a part of it (line 1)",
                "[] | it is not a clinic's file",
                "{} | it is not a clinic's file",
                "{\"format\": \"other\", \"version\": 1} | it is not a clinic's file",
                "{\"format\": \"miadi-clinic\", \"version\": 2} | it is of version 2, and this console reads version 1",
                "{\"format\": \"miadi-clinic\", \"version\": 1, \"Robots\": []} | it has a member that is not known",
                "{\"format\": \"miadi-clinic\", \"version\": 1} {} | it is not a clinic's file",
                "{\"format\": \"miadi-clinic\", \"version\": 1, \"Provider\": [3]} | an object is missing below Provider",
                "{\"format\": \"miadi-clinic\", \"version\": 1, \"Provider\": [], \"Provider\": []} | it is not a clinic's file",
            })
    void whatIsNoClinicsFileIsRefusedAndNeverOverwritten(String content, String reason) throws IOException {
        Path file = Files.writeString(directory.resolve("clinic.json"), content);
        assertThatThrownBy(() -> FileFixture.open(file, Disk.REAL))
                .isInstanceOf(StorageUnavailableException.class)
                .hasMessageContaining("cannot be used, and stays as it is")
                .hasMessageContaining(reason)
                .hasMessageNotContaining("\n");
        assertThat(file).hasContent(content);
    }

    @Test
    void everyBeginningOfAFileIsRefused() throws IOException {
        Path file = directory.resolve("clinic.json");
        try (Storage storage = FileFixture.open(file, Disk.REAL)) {
            FileFixture.provider(storage, "Otieno");
        }
        byte[] whole = Files.readAllBytes(file);
        // the last byte is a line break, without which it is whole
        for (int length = 0; length < whole.length - 1; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> FileReading.of(part, 254)).isInstanceOf(UnreadableFileException.class);
        }
    }

    @Test
    void peopleReadItAndVersionControlComparesIt() throws IOException {
        Path file = directory.resolve("clinic.json");
        try (Storage storage = FileFixture.open(file, Disk.REAL)) {
            StoredObject one = FileFixture.provider(storage, "Otieno");
            FileFixture.provider(storage, "Kamau");
            List<String> before = Files.readAllLines(file);
            assertThat(before)
                    .contains("      \"lastName\" : \"Otieno\",")
                    .filteredOn(line -> line.contains("lastName"))
                    .containsExactly("      \"lastName\" : \"Otieno\",", "      \"lastName\" : \"Kamau\",");
            storage.save(one.type().change(one, Map.of("cadre", Optional.of("doctor"))));
            List<String> after = Files.readAllLines(file);
            assertThat(IntStream.range(0, before.size())
                            .filter(line -> !before.get(line).equals(after.get(line))))
                    .as("the attribute, the version and the time of the change")
                    .hasSize(3);
        }
    }

    @Test
    void neitherPasswordsNorWhatRecordsSayAreInIt() throws IOException {
        Path file = directory.resolve("clinic.json");
        try (Storage storage = FileFixture.open(file, Disk.REAL)) {
            storage.create(
                    ObjectClass.USER,
                    ObjectClass.USER.read(
                            Map.of("username", "boss", "role", "admin", "password", "tall Purple giraffes 77")));
            StoredObject provider = FileFixture.provider(storage, "Otieno");
            StoredObject patient = storage.create(
                    ObjectClass.PATIENT, ObjectClass.PATIENT.read(Map.of("firstName", "A", "lastName", "B")));
            StoredObject visit = storage.create(
                    ObjectClass.APPOINTMENT,
                    ObjectClass.APPOINTMENT.read(Map.of(
                            "providerId",
                            provider.id().toString(),
                            "patientId",
                            patient.id().toString(),
                            "start",
                            "2026-01-05T09:00:00Z",
                            "overrideReason",
                            "walked in")));
            StoredObject written = storage.create(
                    ObjectClass.MEDICAL_RECORD,
                    ObjectClass.MEDICAL_RECORD.read(
                            Map.of("appointmentId", visit.id().toString(), "diagnosis", "whooping cough")));
            assertThat(written.attributes())
                    .containsEntry("diagnosis", "(confidential)")
                    .doesNotContainKeys("treatment", "notes", "sealed");
            StoredObject amended =
                    storage.save(written.type().change(written, Map.of("treatment", Optional.of("whooping"))));
            assertThat(amended.attributes())
                    .containsEntry("diagnosis", "(confidential)")
                    .containsEntry("treatment", "(confidential)");
            assertThatThrownBy(() -> storage.delete(ObjectClass.MEDICAL_RECORD, written.id()))
                    .hasMessageContaining("R-REC-3");
        }
        assertThat(file)
                .content()
                .contains("\\\"number\\\":2", "\\\"diagnosis\\\":\\\"02\\\"")
                .doesNotContain("giraffes", "whooping", "walked in");
    }

    @Test
    void tenThousandObjectsAreTakenAtOnceAndReadAgain() {
        Path file = directory.resolve("clinic.json");
        int many = 10_000;
        List<StoredObject> people = IntStream.range(0, many)
                .mapToObj(number -> StoredObject.of(ObjectClass.PATIENT, UUID.randomUUID(), 1, person(number)))
                .toList();
        var writes = new int[1];
        Disk counting = new Disk() {
            @Override
            public void replace(Path old, Path by) throws IOException {
                writes[0]++;
                Disk.REAL.replace(old, by);
            }
        };
        try (Storage storage = FileFixture.open(file, counting)) {
            storage.take(ObjectClass.PATIENT, people);
            assertThat(writes[0]).isEqualTo(1);
        }
        try (Storage storage = FileFixture.open(file, Disk.REAL)) {
            assertThat(storage.count(ObjectClass.PATIENT)).isEqualTo(many);
            try (var all = storage.all(ObjectClass.PATIENT)) {
                assertThat(all.map(patient -> patient.attributes().get("patientNumber"))
                                .distinct())
                        .hasSize(many);
            }
        }
    }

    private static Map<String, Object> person(int number) {
        Map<String, Object> values = new HashMap<>();
        values.put("firstName", "Person");
        values.put("lastName", "Number " + number);
        values.put("email", "person" + number + "@example.org");
        return values;
    }
}
