package health.miadi.record.control;

import health.miadi.identity.entity.Caller;
import health.miadi.record.entity.MedicalRecord;

/** Who may do what with a record that is there. */
final class RecordRights {
    private RecordRights() {}

    /** Its patient and its provider, and nobody else (R-REC-2). */
    static boolean reads(Caller caller, MedicalRecord record) {
        return switch (caller.role()) {
            case PATIENT -> caller.is(record.patientId());
            case PROVIDER -> isAuthor(caller, record);
            case ADMIN -> false;
        };
    }

    /** Who attended and wrote it (R-REC-1, R-REC-3). */
    static boolean isAuthor(Caller caller, MedicalRecord record) {
        return caller.isProvider() && caller.is(record.providerId());
    }

    /** Its author, or an admin (R-REC-3). */
    static boolean removes(Caller caller, MedicalRecord record) {
        return caller.isAdmin() || isAuthor(caller, record);
    }
}
