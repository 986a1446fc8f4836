package health.miadi.console.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObjectClassTest {
    private static final UUID ID = UUID.fromString("019a0000-0000-7000-8000-000000000001");

    @Test
    void answersToItsNameAndToTheNamesOfTheFirstUsers() {
        assertThat(ObjectClass.named("Doctor")).contains(ObjectClass.PROVIDER);
        assertThat(ObjectClass.named("appointmenttype")).contains(ObjectClass.APPOINTMENT_TYPE);
        assertThat(ObjectClass.named("MyModel")).isEmpty();
    }

    @Test
    void readsTextsIntoValuesAndFillsInWhatNobodySaid() {
        Map<String, Object> values = ObjectClass.EXCEPTION.read(Map.of(
                "providerId", ID.toString(), "kind", "absent", "startDate", "2026-12-24", "endDate", "2026-12-26"));

        assertThat(values)
                .containsEntry("providerId", ID)
                .containsEntry("endDate", LocalDate.of(2026, 12, 26))
                .containsEntry("extent", "each_day")
                .containsOnlyKeys("providerId", "kind", "extent", "startDate", "endDate");
        assertThat(ObjectClass.APPOINTMENT_TYPE.read(Map.of("name", "Visit", "durationMinutes", 20)))
                .containsEntry("slotIntervalMinutes", 15)
                .containsEntry("patientsMayBook", true);
    }

    @Test
    void takesDoctorForProviderWherePeopleTypeIt() {
        assertThat(ObjectClass.USER.read(Map.of("username", "amina", "role", "doctor", "personId", ID.toString())))
                .containsEntry("role", "provider");
    }

    @ParameterizedTest
    @CsvSource({
        "Patient, patientNumber, PAT-000001, is set by the clinic",
        "Patient, shoeSize, 44, is no attribute of Patient",
        "Patient, gender, robot, 'must be one of female, male, other, unknown'",
        "Patient, phone, 12, must be a phone number of 7 to 15 digits",
        "Patient, dateOfBirth, 2026-02-30, 'must be a day, a month or a year that exists, like 1957-03-14, 1957-03 or 1957'",
        "Patient, dateOfBirth, 1869-12-31, must not be before 1870-01-01",
        "Provider, active, perhaps, must be true or false",
        "Provider, timeZone, Nairobi, 'must be an IANA time zone, like Africa/Nairobi'"
    })
    void refusesAValueWithItsNameAndTheReason(String type, String name, String value, String reason) {
        ObjectClass refusing = ObjectClass.named(type).orElseThrow();
        Map<String, Object> given = new java.util.HashMap<>(Map.of("firstName", "Amina", "lastName", "Okoth"));
        if (refusing == ObjectClass.PROVIDER) {
            given.putAll(Map.of("cadre", "nurse", "timeZone", "Africa/Nairobi"));
        }
        given.put(name, value);

        assertThatExceptionOfType(InvalidAttributeException.class)
                .isThrownBy(() -> refusing.read(given))
                .withMessage(name + ": " + reason);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-04, 14:30, 2026-12-04, 14:30, endTime: must be after startTime on the same day",
        "2026-12-04, 14:30, 2026-12-05, 00:00, endTime: must not be 00:00; midnight is 24:00 of the day before",
        "2026-12-05, 14:30, 2026-12-04, 15:00, endDate: must not be before startDate"
    })
    void whatRunsThroughEndsAfterItBegins(String first, String from, String last, String to, String message) {
        Map<String, String> given = Map.of(
                "providerId",
                ID.toString(),
                "kind",
                "absent",
                "extent",
                "through",
                "startDate",
                first,
                "startTime",
                from,
                "endDate",
                last,
                "endTime",
                to);
        assertThatExceptionOfType(InvalidAttributeException.class)
                .isThrownBy(() -> ObjectClass.EXCEPTION.read(given))
                .withMessage(message);
    }

    @Test
    void namesWhatIsMissing() {
        assertThat(ObjectClass.PATIENT.missing(Map.of("lastName", "Okoth")))
                .as("R-PERS-4")
                .isEmpty();
        assertThat(ObjectClass.PROVIDER.missing(Map.of("cadre", "nurse")))
                .extracting(Attribute::name)
                .containsExactly("firstName", "timeZone");
    }

    @Test
    void changesOnlyWhatCanBeChanged() {
        StoredObject type = StoredObject.of(
                ObjectClass.APPOINTMENT_TYPE, ID, 1, Map.of("name", "Visit", "durationMinutes", 20, "maxPerDay", 3));

        StoredObject changed = ObjectClass.APPOINTMENT_TYPE.change(
                type, Map.of("name", Optional.of("Call"), "maxPerDay", Optional.empty()));

        assertThat(changed.attributes()).containsEntry("name", "Call").doesNotContainKey("maxPerDay");
        assertThat(changed.changes()).containsOnlyKeys("name", "maxPerDay");
        assertThatExceptionOfType(InvalidAttributeException.class)
                .isThrownBy(() -> ObjectClass.APPOINTMENT_TYPE.change(type, Map.of("name", Optional.of(""))));
        assertThatExceptionOfType(InvalidAttributeException.class)
                .isThrownBy(() -> ObjectClass.APPOINTMENT_TYPE.change(
                        type, Map.of("createdAt", Optional.of(Instant.EPOCH.toString()))))
                .withMessage("createdAt: is set by the clinic");
    }
}
