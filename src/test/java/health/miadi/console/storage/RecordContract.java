package health.miadi.console.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every storage keeps to about covers and records of visits. */
public abstract class RecordContract extends StorageContract {
    @Test
    void makesCorrectsAndRemovesCovers() {
        StoredObject cover = create(
                ObjectClass.INSURANCE,
                Map.of(
                        "patientId",
                        patient(Map.of()).id().toString(),
                        "insurer",
                        "Jamii",
                        "policyNumber",
                        unique(),
                        "expiryDate",
                        "2998-01-01"));

        StoredObject corrected = storage().save(change(cover, "insurer", "Afya"));

        assertThat(storage().get(ObjectClass.INSURANCE, cover.id())).contains(corrected);
        assertThat(corrected.attributes())
                .containsEntry("insurer", "Afya")
                .containsEntry("policyNumber", cover.value("policyNumber").orElseThrow());
        storage().delete(ObjectClass.INSURANCE, cover.id());
        assertThat(storage().get(ObjectClass.INSURANCE, cover.id())).isEmpty();
    }

    /** R-REC-2, R-REC-3. */
    @Test
    void showsNothingOfWhatARecordSays() {
        StoredObject record = medicalRecord(Map.of("diagnosis", "Malaria", "treatment", "Rest"));

        assertThat(record.attributes())
                .containsEntry("diagnosis", StoredObject.CONFIDENTIAL)
                .containsEntry("treatment", StoredObject.CONFIDENTIAL)
                .doesNotContainKeys("notes", "prescriptions", "sealed");
        storage().save(change(record, "treatment", ""));
        StoredObject amended =
                storage().get(ObjectClass.MEDICAL_RECORD, record.id()).orElseThrow();
        assertThat(amended.attributes())
                .containsEntry("diagnosis", StoredObject.CONFIDENTIAL)
                .doesNotContainKeys("treatment");
        try (Stream<StoredObject> stored = storage().stored(ObjectClass.MEDICAL_RECORD)) {
            assertThat(stored.filter(object -> object.id().equals(record.id())))
                    .singleElement()
                    .satisfies(object -> assertThat(object.attributes())
                            .containsKey("sealed")
                            .doesNotContainKeys("diagnosis", "treatment"));
        }
    }

    /** R-INS-1. */
    @Test
    void takesNoCoverThatHasExpired() {
        Map<String, String> expired = Map.of(
                "patientId",
                patient(Map.of()).id().toString(),
                "insurer",
                "Jamii",
                "policyNumber",
                unique(),
                "expiryDate",
                "2020-01-01");

        assertThatExceptionOfType(InvalidAttributeException.class)
                .isThrownBy(() -> create(ObjectClass.INSURANCE, expired));
    }

    /** R-REC-1. */
    @Test
    void writesOneRecordOfAVisitThatTookPlace() {
        StoredObject record = medicalRecord(Map.of("diagnosis", "Malaria"));
        String visit = record.value("appointmentId").orElseThrow().toString();
        String ahead =
                create(ObjectClass.APPOINTMENT, wish(workingProvider(), 0)).id().toString();

        for (String refused : new String[] {visit, ahead}) {
            assertThatExceptionOfType(ConflictException.class)
                    .isThrownBy(() -> create(
                            ObjectClass.MEDICAL_RECORD, Map.of("appointmentId", refused, "diagnosis", "Malaria")));
        }
    }

    /** A record of a visit of long ago. */
    protected StoredObject medicalRecord(Map<String, String> says) {
        StoredObject visit = past(provider(Map.of()).id(), patient(Map.of()).id(), 0);
        assertThat(storage().take(ObjectClass.APPOINTMENT, List.of(visit))).containsExactly(Taking.TAKEN);
        Map<String, String> given = new HashMap<>(says);
        given.put("appointmentId", visit.id().toString());
        return create(ObjectClass.MEDICAL_RECORD, given);
    }
}
