package health.miadi.console.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.miadi.console.storage.ConflictException;
import health.miadi.console.storage.InvalidAttributeException;
import health.miadi.console.storage.ObjectClass;
import health.miadi.console.storage.StoredObject;
import health.miadi.console.storage.Taking;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One bad value in a file closes one object: it is named, kept as it stands, and can be repaired (R-DATA-1). */
class FaultyObjectsTest extends FileClinic {
    private StoredObject provider;
    private StoredObject patient;
    private StoredObject visit;

    @BeforeEach
    void aVisitAndItsPeople() {
        provider = busyProvider();
        patient = patient();
        visit = book(provider, patient, at(9, 0), Map.of("reason", "cough"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Appointment | reason | \"Ch\\u2028eck\" | must have something to see",
                "Appointment | reason | \"a\\ud83d\" | must have something to see",
                "Appointment | reason | null | has no value",
                "Appointment | reason | {\"a\": [1]} | has no value",
                "Appointment | end | \"2999-01-01T00:00:00Z\" | must be after start, by at most 8 hours",
                "Appointment | patientId | \"246c227a-d5c1-403d-9bc7-6a47bb9f0f68\" | must be the id of a Patient",
                "Appointment | status | \"done\" | must be one of",
                "Patient | lastName | \"\" | must have something to see",
                "Provider | active | 3 | must be true or false",
                "Availability | endTime | \"00:00\" | must differ from startTime",
            })
    void oneBadValueClosesOneObject(String className, String attribute, String json, String reason) throws IOException {
        ObjectClass type = ObjectClass.named(className).orElseThrow();
        edit(className, attribute, json);

        storage.reload();

        assertThat(storage.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.type()).isEqualTo(type);
            assertThat(fault.reasons()).containsOnlyKeys(attribute);
            assertThat(fault.line()).contains(fault.id().toString(), reason).doesNotContain("\n", "Ch");
            assertThat(storage.get(type, fault.id())).isPresent();
        });
        int whole = type == ObjectClass.AVAILABILITY ? 7 : 1;
        assertThat(storage.count(type)).isEqualTo(whole - 1);
        for (ObjectClass other : List.of(ObjectClass.PROVIDER, ObjectClass.PATIENT, ObjectClass.APPOINTMENT)) {
            if (other != type) {
                assertThat(storage.count(other)).as(other.title()).isOne();
            }
        }
        patient();
        assertThat(file()).content().contains("\"" + attribute + "\" : " + json);
        storage.reload();
        assertThat(storage.faults()).hasSize(1);
    }

    @Test
    void isRepairedByAnUpdateOfWhatIsWrongWhateverItIs() throws IOException {
        edit("Appointment", "reason", "\"Ch\\u2028eck\"");
        edit("Appointment", "createdAt", "\"yesterday\"");
        storage.reload();
        StoredObject seen = storage.get(ObjectClass.APPOINTMENT, visit.id()).orElseThrow();
        assertThat(seen.value("reason")).contains("Ch\u2028eck");

        assertThatThrownBy(() -> repair(seen, Map.of("reason", Optional.of("Check"))))
                .as("half a repair is none")
                .isInstanceOf(InvalidAttributeException.class);
        repair(seen, Map.of("reason", Optional.of("Check"), "createdAt", Optional.of("2026-01-01T00:00:00Z")));

        assertThat(storage.faults()).isEmpty();
        storage.reload();
        assertThat(storage.get(ObjectClass.APPOINTMENT, visit.id())
                        .orElseThrow()
                        .attributes())
                .containsEntry("reason", "Check")
                .containsEntry("start", at(9, 0));
    }

    @Test
    void isRemovedOnceNobodyRefersToIt() throws IOException {
        edit("Patient", "lastName", "\"\\u0000\"");
        edit("Appointment", "reason", "\"\"");
        storage.reload();
        assertThat(storage.faults()).hasSize(2);

        assertThatThrownBy(() -> storage.delete(ObjectClass.PATIENT, patient.id()))
                .isInstanceOf(ConflictException.class);
        storage.delete(ObjectClass.APPOINTMENT, visit.id());
        storage.delete(ObjectClass.PATIENT, patient.id());

        storage.reload();
        assertThat(storage.faults()).isEmpty();
        assertThat(storage.count(ObjectClass.APPOINTMENT) + storage.count(ObjectClass.PATIENT))
                .isZero();
    }

    /** R-BOOK-1. */
    @Test
    void aVisitWithABadReasonStillTakesItsTime() throws IOException {
        edit("Appointment", "reason", "\"\"");
        storage.reload();

        assertThatThrownBy(() -> book(provider, patient(), at(9, 15), Map.of())).isInstanceOf(ConflictException.class);
        storage.delete(ObjectClass.APPOINTMENT, visit.id());
        book(provider, patient(), at(9, 15), Map.of());
    }

    @Test
    void ofTwoWithOneIdTheSecondGetsAnother() throws IOException {
        String text = Files.readString(file());
        String one = text.substring(
                text.indexOf('{', text.indexOf("\"Patient\"")), text.indexOf('}', text.indexOf("\"Patient\"")) + 1);
        Files.writeString(file(), text.replace(one, one + "," + one));
        storage.reload();

        UUID second = storage.faults().get(0).id();
        assertThat(second).isNotEqualTo(patient.id());
        assertThat(storage.count(ObjectClass.PATIENT)).isOne();
        storage.delete(ObjectClass.PATIENT, second);
        assertThat(storage.faults()).isEmpty();
    }

    /** What is taken is held to what is read: the file can be opened whatever comes. */
    @Test
    void nothingIsTakenThatCouldNotBeRead() {
        StoredObject odd = StoredObject.of(
                ObjectClass.APPOINTMENT,
                UUID.randomUUID(),
                1,
                Map.of(
                        "providerId", provider.id(),
                        "patientId", patient.id(),
                        "start", at(9, 0).minusSeconds(86_400 * 30),
                        "blockedUntil", at(9, 0),
                        "timeZone", "UTC",
                        "status", "completed"));
        StoredObject unreadable = odd.with("end", Optional.of(at(10, 0))).with("reason", Optional.of("a\u2028b"));

        assertThat(storage.take(ObjectClass.APPOINTMENT, List.of(odd, unreadable)))
                .extracting(Taking::outcome)
                .containsOnly(Taking.Outcome.REFUSED);
        storage.reload();
        assertThat(storage.faults()).isEmpty();
        assertThat(storage.count(ObjectClass.APPOINTMENT)).isOne();
    }

    private void repair(StoredObject object, Map<String, Optional<?>> changes) {
        Set<String> faulty = storage.faults().get(0).reasons().keySet();
        assertThat(storage.save(object.type().change(object, changes, faulty))).isNotNull();
    }

    /** Replaces the value of the first object of the class that has it. */
    @Test
    void anAbsenceFromBeforeThereWereOthersIsOneOfEachDay() throws IOException {
        StoredObject away = create(
                ObjectClass.EXCEPTION,
                Map.of(
                        "providerId",
                        provider.id().toString(),
                        "kind",
                        "absent",
                        "startDate",
                        "2998-12-04",
                        "endDate",
                        "2998-12-08"));
        String text = Files.readString(file());
        Files.writeString(file(), text.replaceFirst("\"extent\" : \"each_day\",\\s*", ""));
        assertThat(Files.readString(file())).doesNotContain("extent");

        storage.reload();

        assertThat(storage.faults()).isEmpty();
        assertThat(storage.get(ObjectClass.EXCEPTION, away.id()).orElseThrow().attributes())
                .containsEntry("extent", "each_day");
    }

    private void edit(String className, String attribute, String json) throws IOException {
        String text = Files.readString(file());
        int begin = text.indexOf("\"" + className + "\" : [");
        int from = text.indexOf("\"" + attribute + "\" : ", begin) + attribute.length() + 5;
        int to = Math.min(text.indexOf(",\n", from), text.indexOf("\n", from));
        Files.writeString(file(), text.substring(0, from) + json + text.substring(to));
    }

    private Path file() {
        return directory.resolve("clinic.json");
    }
}
