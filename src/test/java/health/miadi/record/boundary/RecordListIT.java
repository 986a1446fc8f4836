package health.miadi.record.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.testing.Answer;
import health.miadi.testing.Api;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.SuiteServer;
import health.miadi.testing.TestPatient;
import health.miadi.testing.TestProvider;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("R-REC-2, R-REC-4: a list of records")
class RecordListIT {
    private final Clinic clinic = Clinic.ofTheSuite();
    private final Visits visits = new Visits(clinic);
    private final TestPatient patient = clinic.aPatient();
    private final TestPatient other = clinic.aPatient();
    private final TestProvider provider = clinic.aProvider();
    private final TestProvider another = clinic.aProvider();

    @Test
    @DisplayName("has the caller's own, the latest visit first, page by page")
    void own() {
        List<String> latestFirst = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            latestFirst.add(visits.record(patient, provider, "Visit " + i).at("/id"));
        }
        visits.record(other, another, "Visit of others");

        for (Api reader : List.of(provider.api(), patient.api())) {
            List<String> seen = new ArrayList<>();
            String cursor = "";
            do {
                Answer page = reader.get("/records?limit=2" + cursor).expect(200);
                seen.addAll(ids(page));
                cursor = page.at("/next").isEmpty() ? "" : "&cursor=" + page.at("/next");
            } while (!cursor.isEmpty());
            assertThat(seen).isEqualTo(latestFirst);
        }
        assertThat(ids(another.api().get("/records"))).hasSize(1);
        assertThat(ids(clinic.aPatient().api().get("/records"))).isEmpty();
        clinic.admin().get("/records").expectProblem(403, "forbidden");
    }

    @Test
    @DisplayName("is narrowed by patient and by time, and never widened")
    void filters() {
        Answer late = visits.record(patient, provider, "Late");
        Answer early = visits.record(other, provider, "Early");
        Api api = provider.api();

        assertThat(ids(api.get("/records?patientId=" + patient.id()))).containsExactly(late.at("/id"));
        assertThat(ids(api.get("/records?from=" + late.at("/start")))).containsExactly(late.at("/id"));
        assertThat(ids(api.get("/records?to=" + late.at("/start")))).containsExactly(early.at("/id"));
        assertThat(ids(other.api().get("/records?patientId=" + patient.id()))).isEmpty();
        assertThat(ids(another.api().get("/records?patientId=" + patient.id()))).isEmpty();
        api.get("/records?from=" + late.at("/start") + "&to=" + early.at("/start"))
                .expectProblem(400, "validation");
        api.wrongOnPurpose().get("/records?cursor=abc").expectProblem(400, "validation");
    }

    @ParameterizedTest
    @DisplayName("is searched by diagnosis, whatever its case and accents")
    @ValueSource(strings = {"otitis", "MÉDIA", "otitis media", "ac", "  acute "})
    void search(String sought) {
        Answer record = visits.record(patient, provider, "Acute Otitis Media");
        visits.record(patient, provider, "Sprain of the wrist");
        visits.record(patient, another, "Bruise");

        assertThat(ids(provider.api().get(searched(sought)))).containsExactly(record.at("/id"));
        assertThat(ids(patient.api().get(searched(sought)))).containsExactly(record.at("/id"));
        assertThat(ids(another.api().get(searched(sought)))).isEmpty();
        assertThat(ids(other.api().get(searched(sought)))).isEmpty();
    }

    @Test
    @DisplayName("finds what the diagnosis is now, not what it was or what else is written, page by page")
    void searchesWhatStands() {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            found.add(visits.record(patient, provider, "Otitis " + i).at("/id"));
        }
        Answer amended = visits.record(patient, provider, "Otitis 3");
        provider.api()
                .ifMatch(amended.etag())
                .put(Visits.ofAppointment(amended), Json.object("diagnosis", "Sprain", "notes", "no otitis"))
                .expect(200);

        Answer first = provider.api().get("/records?limit=2&diagnosis=otitis").expect(200);
        Answer last = provider.api()
                .get("/records?limit=2&diagnosis=otitis&cursor=" + first.at("/next"))
                .expect(200);

        assertThat(ids(first)).isEqualTo(found.subList(0, 2));
        assertThat(ids(last)).isEqualTo(found.subList(2, 3));
        assertThat(last.at("/next")).isEmpty();
        provider.api().wrongOnPurpose().get(searched("x".repeat(101))).expectProblem(400, "validation");
        assertThat(SuiteServer.get().logged()).doesNotContain("otitis").doesNotContain("Otitis");
    }

    @Test
    @DisplayName("marks one that was changed in the database; alone it is a problem, and nobody sees wrong text")
    void unreadable() {
        Answer good = visits.record(patient, provider, "Readable");
        Answer changed = visits.record(patient, provider, "Changed");
        UUID id = UUID.fromString(changed.at("/id"));
        update("diagnosis = set_byte(diagnosis, 30, 255 - get_byte(diagnosis, 30))", id);

        assertUnreadable(provider.api(), changed);
        assertUnreadable(patient.api(), changed);
        Answer list = provider.api().get("/records").expect(200);
        assertThat(list.json().at("/items").findValuesAsText("readable")).containsExactly("true", "false");
        assertThat(list.json().at("/items").findValuesAsText("diagnosis")).containsExactly("Readable", "null");
        assertThat(ids(provider.api().get(searched("readable")))).containsExactly(good.at("/id"), changed.at("/id"));
        assertThat(provider.api().get(Visits.own(changed) + "/versions").at("/items/0/readable"))
                .isEqualTo("false");
        assertThat(SuiteServer.get().logged()).contains("of medical record " + id + " cannot be read: ");
    }

    @Test
    @DisplayName("shows nothing where a value or a row was moved by hand to somebody else's record")
    void moved() {
        Answer mine = visits.record(patient, provider, "Mine and nobody else's");
        Answer theirs = visits.record(other, provider, "Theirs");
        UUID id = UUID.fromString(theirs.at("/id"));
        clinic.database()
                .update(
                        "UPDATE medical_record_versions SET diagnosis = (SELECT diagnosis FROM medical_record_versions"
                                + " WHERE record_id = ?) WHERE record_id = ?",
                        UUID.fromString(mine.at("/id")),
                        id);
        assertUnreadable(other.api(), theirs);

        clinic.database()
                .update(
                        "UPDATE medical_records SET patient_id = ? WHERE id = ?",
                        other.id(),
                        UUID.fromString(mine.at("/id")));
        assertUnreadable(other.api(), mine);
        assertThat(other.api().get("/records").expect(200).text()).doesNotContain("Mine");
        patient.api().get(Visits.own(mine)).expectProblem(404, "not-found");
    }

    @Test
    @DisplayName(
            "is searched by diagnosis so often a minute, and read otherwise as often as one likes (M14, R-AUTH-12)")
    void searchesAreLimited() {
        Answer mine = visits.record(patient, provider, "Mine");
        patient.api().get(searched("mine")).expect(200);
        assertThat(ids(patient.api().post("/records/search", Json.object("diagnosis", "mine", "limit", 5))))
                .as("finding M12: the same with what is looked for in the body")
                .containsExactly(mine.at("/id"));
        clinic.useUp("DIAGNOSES", Duration.ofMinutes(1), patient.api());
        Answer refused = patient.api().get(searched("mine")).expectProblem(429, "rate-limited");
        assertThat(refused.at("/rule")).isEqualTo("R-AUTH-12");
        patient.api().post("/records/search", Json.object("diagnosis", "mine")).expectProblem(429, "rate-limited");
        assertThat(ids(patient.api().get("/records"))).containsExactly(mine.at("/id"));
        assertThat(ids(provider.api().get(searched("mine")))).containsExactly(mine.at("/id"));
    }

    private static void assertUnreadable(Api api, Answer record) {
        Answer refused = api.get(Visits.own(record)).expectProblem(500, "record-unreadable");
        assertThat(refused.at("/rule")).isEqualTo("R-REC-4");
        api.get(Visits.ofAppointment(record)).expectProblem(500, "record-unreadable");
    }

    private void update(String set, UUID record) {
        clinic.database().update("UPDATE medical_record_versions SET " + set + " WHERE record_id = ?", record);
    }

    private static String searched(String diagnosis) {
        return "/records?diagnosis=" + URLEncoder.encode(diagnosis, StandardCharsets.UTF_8);
    }

    private static List<String> ids(Answer page) {
        List<String> ids = new ArrayList<>();
        page.expect(200)
                .json()
                .at("/items")
                .forEach(item -> ids.add(item.at("/id").asText()));
        return ids;
    }
}
