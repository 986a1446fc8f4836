package health.miadi.console.database;

import health.miadi.console.storage.ObjectClass;
import health.miadi.console.storage.StoredObject;
import java.util.List;
import java.util.Map;

/** Where medical records stand: what they say is never read, only whether they say anything (R-REC-2). */
final class MedicalRecordTable {
    private MedicalRecordTable() {}

    static ClassTable table() {
        return new ClassTable(
                ObjectClass.MEDICAL_RECORD,
                "(SELECT r.*, v.diagnosis, v.treatment, v.prescriptions, v.notes FROM medical_records r"
                        + " JOIN medical_record_versions v ON v.record_id = r.id AND v.number = r.newest_version"
                        + " WHERE r.removed_at IS NULL) o",
                Map.of(
                        "diagnosis", shown("diagnosis"),
                        "treatment", shown("treatment"),
                        "prescriptions", shown("prescriptions"),
                        "notes", shown("notes")));
    }

    /** Nothing yet. */
    static List<BatchTable> batch() {
        return List.of();
    }

    private static String shown(String column) {
        return "CASE WHEN o." + column + " IS NOT NULL THEN '" + StoredObject.CONFIDENTIAL + "' END";
    }
}
