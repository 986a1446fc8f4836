package health.miadi.console.database;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.console.storage.ObjectClass;
import health.miadi.console.storage.Storage;
import health.miadi.console.storage.StorageContract;
import health.miadi.console.storage.StoredObject;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DatabaseStorageIT extends StorageContract {
    private static ConsoleDatabase clinic;

    @BeforeAll
    static void start() {
        clinic = new ConsoleDatabase();
    }

    @AfterAll
    static void stop() {
        clinic.close();
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
}
