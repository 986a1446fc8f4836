package health.miadi.console.database;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.console.storage.ObjectClass;
import health.miadi.console.storage.RecordContract;
import health.miadi.console.storage.Storage;
import health.miadi.console.storage.StoredObject;
import health.miadi.testing.server.TestKeys;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("no-server")
class DatabaseStorageIT extends RecordContract {
    private static final String KEYS = "miadi.records.keys";

    private static ConsoleDatabase clinic;

    @BeforeAll
    static void start() {
        System.setProperty(KEYS, TestKeys.recordKey("console"));
        clinic = new ConsoleDatabase();
    }

    @AfterAll
    static void stop() {
        clinic.close();
        System.clearProperty(KEYS);
    }

    @Override
    protected Storage storage() {
        return clinic.storage();
    }

    /** R-REC-5. */
    @Test
    void namesTheOperatingSystemsUserInTheAuditTrail() {
        StoredObject made = patient(Map.of());
        storage().save(change(made, "lastName", "Wafula"));
        storage().delete(ObjectClass.PATIENT, made.id());

        assertThat(clinic.database()
                        .number(
                                "SELECT count(*) FROM audit_entries WHERE entity_id = ? AND actor_name = ?"
                                        + " AND action IN ('created', 'changed', 'removed')",
                                made.id(),
                                System.getProperty("user.name")))
                .isEqualTo(3);
    }

    /** R-REC-5: who is shown somebody's data at a console is noted, once a command. */
    @Test
    void notesWhatIsShownOfPeople() {
        StoredObject shown = patient(Map.of());
        storage().noteShown(ObjectClass.PATIENT, shown.id());
        storage().noteShown(ObjectClass.APPOINTMENT, shown.id());
        storage().noteShown(ObjectClass.PROVIDER, shown.id());

        assertThat(clinic.database()
                        .texts(
                                "SELECT entity FROM audit_entries WHERE action = 'read' AND actor_name IS NOT NULL AND entity_id = '"
                                        + shown.id() + "' ORDER BY id"))
                .containsExactly("patient", "appointment");
    }

    /** R-REC-3, R-REC-5. */
    @Test
    void hidesARecordAndErasesNothingOfIt() {
        StoredObject record = medicalRecord(Map.of("diagnosis", "Malaria"));

        storage().delete(ObjectClass.MEDICAL_RECORD, record.id());

        assertThat(storage().get(ObjectClass.MEDICAL_RECORD, record.id())).isEmpty();
        assertThat(clinic.database()
                        .number(
                                "SELECT count(*) FROM medical_record_versions JOIN medical_records r ON r.id = record_id"
                                        + " WHERE r.id = ? AND removed_at IS NOT NULL",
                                record.id()))
                .isOne();
        assertThat(clinic.database()
                        .number(
                                "SELECT count(*) FROM audit_entries WHERE entity_id = ? AND actor_name = ?"
                                        + " AND action IN ('created', 'removed')",
                                record.id(),
                                System.getProperty("user.name")))
                .isEqualTo(2);
        assertThat(clinic.database().tablesWith("Malaria")).isEmpty();
    }
}
