package health.miadi.console.database;

import health.miadi.console.database.BatchTable.Column;
import health.miadi.console.storage.ObjectClass;
import health.miadi.console.storage.StoredObject;
import java.util.List;
import java.util.Map;

/**
 * Where medical records stand. What they say is never read here, only whether they say anything (R-REC-2); an export has it
 * as it is stored, encrypted (R-REC-4), with every version (R-REC-3).
 */
final class MedicalRecordTable {
    private static final String SEALED = """
            (SELECT json_agg(json_build_object('id', v.id, 'number', v.number, 'writtenAt', v.written_at,
                'diagnosis', encode(v.diagnosis, 'hex'), 'treatment', encode(v.treatment, 'hex'),
                'prescriptions', encode(v.prescriptions, 'hex'), 'notes', encode(v.notes, 'hex')) ORDER BY v.number)
            FROM medical_record_versions v WHERE v.record_id = o.id)""";

    private static final String INSERT_RECORDS = """
            INSERT INTO medical_records (id, version, created_at, updated_at, appointment_id, provider_id, patient_id,
                visit_at, newest_version)
            SELECT CAST(b.id AS uuid), CAST(b.version AS integer), coalesce(CAST(b.created AS timestamptz), now()),
                coalesce(CAST(b.updated AS timestamptz), now()), a.id, a.provider_id, a.patient_id, a.start_at,
                json_array_length(CAST(b.sealed AS json))
            FROM unnest(CAST(? AS text[]), CAST(? AS text[]), CAST(? AS text[]), CAST(? AS text[]), CAST(? AS text[]),
                CAST(? AS text[])) AS b(id, version, created, updated, appointment, sealed)
            LEFT JOIN appointments a ON a.id = CAST(b.appointment AS uuid)
            """;

    private static final String INSERT_VERSIONS = """
            INSERT INTO medical_record_versions (id, record_id, number, written_at, diagnosis, treatment, prescriptions,
                notes)
            SELECT v.id, CAST(b.id AS uuid), v.number, v."writtenAt", decode(v.diagnosis, 'hex'),
                decode(v.treatment, 'hex'), decode(v.prescriptions, 'hex'), decode(v.notes, 'hex')
            FROM unnest(CAST(? AS text[]), CAST(? AS text[])) AS b(id, sealed),
                json_to_recordset(CAST(b.sealed AS json)) AS v(id uuid, number integer, "writtenAt" timestamptz,
                    diagnosis text, treatment text, prescriptions text, notes text)
            """;

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
                        "notes", shown("notes"),
                        "sealed", SEALED));
    }

    /** The records, then their versions. */
    static List<BatchTable> batch() {
        Column sealed = Column.of("sealed", "text", object -> BatchTable.attribute(object, "sealed"));
        List<Column> records = List.of(
                BatchTable.id(),
                Column.of("version", "integer", object -> Integer.toString(Math.max(1, object.version()))),
                BatchTable.instant("created_at", "createdAt"),
                BatchTable.instant("updated_at", "updatedAt"),
                Column.of("appointmentId", "uuid"),
                sealed);
        return List.of(
                new BatchTable("medical_records", records, INSERT_RECORDS),
                new BatchTable("medical_record_versions", List.of(BatchTable.id(), sealed), INSERT_VERSIONS));
    }

    private static String shown(String column) {
        return "CASE WHEN o." + column + " IS NOT NULL THEN '" + StoredObject.CONFIDENTIAL + "' END";
    }
}
