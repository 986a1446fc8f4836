package health.miadi.privacy.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import health.miadi.testing.Clinic;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The export forgets no table that refers to a patient, not even one that is added later (ADR 0024). */
class ExportedTablesIT {

    /** Tables that lead from a person to others, by foreign keys and by the names of columns without one. */
    private static final String ABOUT_PEOPLE = """
            WITH RECURSIVE reached AS (
                SELECT 'persons'::text AS name
                UNION
                SELECT c.conrelid::regclass::text FROM pg_constraint c JOIN reached r
                    ON c.confrelid = r.name::regclass WHERE c.contype = 'f'
                    AND r.name NOT IN ('providers', 'appointment_types')
            )
            SELECT name FROM reached
            UNION
            SELECT table_name::text FROM information_schema.columns JOIN information_schema.tables
                USING (table_schema, table_name)
            WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
                AND column_name ~ '(patient|person|user|appointment|record|actor|entity|author)(_id)?$'
                AND data_type IN ('uuid', 'text')
            """;

    /** How many rows of each table are about that patient, and where in the export they stand. */
    private static final Map<String, Section> EXPORTED = Map.ofEntries(
            entry("persons", "/person", "SELECT 1 FROM persons WHERE id = :patient"),
            entry("patients", "/person", "SELECT 1 FROM patients WHERE id = :patient"),
            entry("users", "/account", "SELECT 1 FROM users WHERE person_id = :patient"),
            entry("sessions", "/sessions", "SELECT 1 FROM sessions WHERE user_id = :user"),
            entry("insurance", "/insurance", "SELECT 1 FROM insurance WHERE patient_id = :patient"),
            entry("appointments", "/appointments", "SELECT 1 FROM appointments WHERE patient_id = :patient"),
            entry(
                    "appointment_history",
                    "/appointments/*/history",
                    "SELECT 1 FROM appointment_history WHERE appointment_id IN"
                            + " (SELECT id FROM appointments WHERE patient_id = :patient)"),
            entry("holds", "/holds", "SELECT 1 FROM holds WHERE patient_id = :patient"),
            entry("emergency_openings", "/emergencies", "SELECT 1 FROM emergency_openings WHERE patient_id = :patient"),
            entry("medical_records", "/records", "SELECT 1 FROM medical_records WHERE patient_id = :patient"),
            entry(
                    "medical_record_versions",
                    "/records/*/versions",
                    "SELECT 1 FROM medical_record_versions WHERE record_id IN"
                            + " (SELECT id FROM medical_records WHERE patient_id = :patient AND removed_at IS NULL)"),
            entry("passkeys", "/passkeys", "SELECT 1 FROM passkeys WHERE user_id = :user"),
            entry(
                    "audit_entries",
                    "/audit",
                    "SELECT 1 FROM audit_entries WHERE actor_id = :user OR entity_id IN (:patient, :user)"
                            + " OR entity_id IN (SELECT id FROM insurance WHERE patient_id = :patient)"
                            + " OR entity_id IN (SELECT id FROM appointments WHERE patient_id = :patient)"
                            + " OR entity_id IN (SELECT id FROM holds WHERE patient_id = :patient)"
                            + " OR entity_id IN (SELECT id FROM medical_records WHERE patient_id = :patient)"));

    /** Tables that say nothing about a patient, or nothing but what the export says already. */
    private static final Map<String, String> LEFT_OUT = Map.of(
            "providers", "about those who give care",
            "email_addresses", "who has which address, which the person and the account say",
            "refresh_tokens", "hashes of secrets, and a session's times",
            "password_resets", "the hash of a secret",
            "authenticator_apps", "a secret; that there is one, the account says",
            "recovery_codes", "hashes of secrets",
            "openid_flows", "the hash of a secret, for ten minutes",
            "factor_removals", "what an admin asks for, for a week; the trail says it",
            "idempotency_keys", "copies of answers about what is exported, for a day");

    private record Section(String pointer, String rows) {}

    private static Map.Entry<String, Section> entry(String table, String pointer, String rows) {
        return Map.entry(table, new Section(pointer, rows));
    }

    private final Clinic clinic = Clinic.ofTheSuite();

    @Test
    void everyTableAboutPeopleIsExportedOrLeftOutForAReason() {
        Set<String> decided = new TreeSet<>(EXPORTED.keySet());
        decided.addAll(LEFT_OUT.keySet());
        assertThat(new TreeSet<>(clinic.database().texts(ABOUT_PEOPLE))).isEqualTo(decided);
    }

    @Test
    void everyRowOfAnExportedTableIsInTheExport() {
        MarkedPatient patient = new MarkedPatient(clinic);
        patient.livesALife();
        JsonNode export =
                patient.api.get(patient.path() + "/export").expect(200).json();
        EXPORTED.forEach((table, section) -> {
            String rows = section.rows()
                    .replace(":patient", "'" + patient.id + "'::uuid")
                    .replace(":user", "'" + patient.userId + "'::uuid");
            long held = clinic.database().number("SELECT count(*) FROM (" + rows + ") AS rows");
            assertThat(held).as(table).isPositive();
            assertThat(shown(export, section.pointer())).as(table).isEqualTo(held);
        });
    }

    private static long shown(JsonNode export, String pointer) {
        int star = pointer.indexOf("/*");
        if (star < 0) {
            JsonNode node = export.at(pointer);
            return node.isArray() ? node.size() : 1;
        }
        long shown = 0;
        for (JsonNode each : export.at(pointer.substring(0, star))) {
            shown += shown(each, pointer.substring(star + 2));
        }
        return shown;
    }
}
