package health.miadi.audit.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import health.miadi.testing.Answer;
import health.miadi.testing.Api;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.TestPatient;
import health.miadi.testing.TestProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** R-REC-5: what an entry says of who read somebody else's visits, and that nobody reads around it. */
class ReadsOfOthersIT {
    private final Clinic clinic = Clinic.ofTheSuite();

    @Test
    void aListIsOneEntryWithItsPatientAndItsFilter() {
        TestPatient patient = clinic.aPatient();
        TestProvider provider = clinic.aProvider().workingMondays("09:00", "17:00");
        book(patient, provider, "09:00");
        book(patient, provider, "10:00");
        String request = "list-" + UUID.randomUUID();

        clinic.admin()
                .with("X-Request-Id", request)
                .get("/appointments?patientId=" + patient.id() + "&from=" + provider.mondayAt("00:00"))
                .expect(200);

        List<JsonNode> entries = entries(patient.id(), request);
        assertThat(entries).hasSize(1);
        JsonNode entry = entries.get(0);
        assertThat(entry.at("/action").asText()).isEqualTo("read");
        assertThat(entry.at("/entity").asText()).isEqualTo("appointment");
        assertThat(entry.at("/detail").asText())
                .isEqualTo("shown=2 patient=" + patient.id() + " from=" + provider.mondayAt("00:00"));
        JsonNode told = patient.api()
                .get("/patients/" + patient.id() + "/export")
                .expect(200)
                .json()
                .at("/audit");
        assertThat(told).anySatisfy(access -> {
            assertThat(access.at("/action").asText()).isEqualTo("read");
            assertThat(access.at("/entity").asText()).isEqualTo("appointment");
            assertThat(access.at("/entityId").asText()).isEqualTo(patient.id().toString());
        });
    }

    @Test
    void anAdminWhoIsThePatientReadsAsAnAdmin() {
        TestPatient patient = clinic.aPatient();
        TestProvider provider = clinic.aProvider().workingMondays("09:00", "17:00");
        Answer visit = book(patient, provider, "09:00");
        Answer cover = clinic.admin()
                .post(
                        "/patients/" + patient.id() + "/insurance",
                        Json.object("insurer", "I", "policyNumber", "P-" + Clinic.unique(), "expiryDate", "2090-01-01"))
                .expect(201);
        String own = clinic.database()
                .texts("SELECT id::text FROM users WHERE person_id = '" + patient.id() + "'")
                .get(0);
        clinic.admin()
                .ifMatch(clinic.admin().get("/users/" + own).etag())
                .delete("/users/" + own)
                .expect(204);
        Api linked = clinic.as(clinic.accounts().open("admin", patient.id()));

        linked.get("/patients/" + patient.id()).expect(200);
        linked.get("/insurance/" + cover.at("/id")).expect(200);
        linked.get("/appointments/" + visit.at("/id")).expect(200);

        String reader = linked.get("/auth/me").expect(200).at("/id");
        assertThat(reads(reader)).containsExactlyInAnyOrder("patient", "insurance", "appointment");
    }

    @Test
    void whatAChangeTellsOfVisitsIsNotedAndTheChangeToo() {
        TestPatient patient = clinic.aPatient();
        TestProvider provider = clinic.aProvider().workingMondays("09:00", "17:00");
        book(patient, provider, "09:00");
        String request = "strand-" + UUID.randomUUID();

        Answer planned = clinic.admin()
                .with("X-Request-Id", request)
                .post(
                        "/providers/" + provider.id() + "/exceptions",
                        Json.object("kind", "absent", "startDate", provider.monday(), "endDate", provider.monday()))
                .expect(201);

        assertThat(planned.json().at("/stranded")).hasSize(1);
        List<JsonNode> entries = entries(provider.id(), request);
        assertThat(entries).hasSize(1);
        assertThat(entries.get(0).at("/entity").asText()).isEqualTo("appointment");
        assertThat(entries.get(0).at("/detail").asText()).isEqualTo("shown=1 provider=" + provider.id());
        assertThat(entries(UUID.fromString(planned.at("/id")), request)).hasSize(1);
    }

    @Test
    void onesOwnAccountIsNoneOfOthers() {
        Api admin = clinic.as(clinic.accounts().open("admin", null));
        String own = admin.get("/auth/me").expect(200).at("/id");
        admin.get("/users/" + own).expect(200);
        admin.get("/users?id=" + own).expect(200);

        assertThat(reads(own)).isEmpty();
    }

    /** R-REC-5: two people's requests may wear one id of theirs, and each has one of ours. */
    @Test
    void theServersOwnRequestIdStandsBesideTheClients() {
        TestPatient patient = clinic.aPatient();
        Api admin = clinic.admin().with("X-Request-Id", "same-" + patient.id());
        admin.get("/patients/" + patient.id()).expect(200);
        admin.get("/patients/" + patient.id()).expect(200);

        List<JsonNode> entries = entries(patient.id(), "same-" + patient.id());
        assertThat(entries).hasSize(2);
        assertThat(entries.get(0).at("/serverRequestId").asText())
                .hasSize(36)
                .isNotEqualTo(entries.get(1).at("/serverRequestId").asText());
    }

    private static Answer book(TestPatient patient, TestProvider provider, String time) {
        return patient.api()
                .post("/appointments", Json.object("providerId", provider.id(), "start", provider.mondayAt(time)))
                .expect(201);
    }

    private List<String> reads(String actor) {
        return clinic.database()
                .texts("SELECT entity FROM audit_entries WHERE action = 'read' AND actor_id = '" + actor + "'");
    }

    private List<JsonNode> entries(UUID thing, String request) {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode entry : clinic.admin()
                .get("/audit?entityId=" + thing)
                .expect(200)
                .json()
                .at("/items")) {
            if (entry.at("/requestId").asText().equals(request)) {
                found.add(entry);
            }
        }
        return found;
    }
}
