package health.miadi.record.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.testing.Answer;
import health.miadi.testing.Api;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.TestPatient;
import health.miadi.testing.TestProvider;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("R-REC-5: in the audit trail")
class RecordAuditIT {
    private final Clinic clinic = Clinic.ofTheSuite();
    private final Visits visits = new Visits(clinic);
    private final TestPatient patient = clinic.aPatient();
    private final TestProvider provider = clinic.aProvider();

    @Test
    @DisplayName("stands every read and every write of a record, by whom, and why it was removed")
    void everything() throws SQLException {
        Answer record = visits.record(patient, provider, "Otitis media");
        String path = Visits.ofAppointment(record);
        assertThat(trail(record)).containsExactly("provider created");
        patient.api().get(path).expect(200);
        provider.api().get(Visits.own(record)).expect(200);
        provider.api().get(Visits.own(record) + "/versions").expect(200);
        Answer amended = provider.api()
                .ifMatch(record.etag())
                .put(path, Json.object("diagnosis", "Otitis externa"))
                .expect(200);
        Visits.remove(provider.api(), path, amended.etag()).expect(204);

        assertThat(trail(record))
                .containsExactly(
                        "provider created",
                        "patient read",
                        "provider read",
                        "provider read",
                        "provider changed",
                        "provider removed: Written of the wrong patient");
    }

    @Test
    @DisplayName("stands each record that a list or a search shows, and none that it does not")
    void lists() throws SQLException {
        Answer shown = visits.record(patient, provider, "Otitis media");
        Answer alsoShown = visits.record(patient, provider, "Otitis externa");
        Answer notShown = visits.record(patient, provider, "Sprain");

        provider.api().get("/records?limit=2").expect(200);
        patient.api().get("/records?diagnosis=otitis").expect(200);

        for (Answer each : List.of(shown, alsoShown)) {
            assertThat(trail(each)).containsExactly("provider created", "provider read", "patient read");
        }
        assertThat(trail(notShown)).containsExactly("provider created");
    }

    @Test
    @DisplayName("stands nothing as done that was refused")
    void refusals() throws SQLException {
        Answer record = visits.record(patient, provider, "Otitis media");
        Api another = clinic.aProvider().api();

        another.get(Visits.own(record)).expectProblem(404, "not-found");
        another.get("/records").expect(200);
        provider.api()
                .ifMatch("\"stale\"")
                .put(Visits.ofAppointment(record), Json.object("diagnosis", "Sprain"))
                .expectProblem(412, "stale");

        assertThat(trail(record)).containsExactly("provider created");
    }

    /** What was done to a record, the earliest first. */
    private List<String> trail(Answer record) throws SQLException {
        List<String> trail = new ArrayList<>();
        try (var connection = clinic.database().connect();
                var statement = connection.prepareStatement(
                        "SELECT actor_role || ' ' || action || coalesce(': ' || reason, '') FROM audit_entries"
                                + " WHERE entity = 'record' AND entity_id = ? AND outcome = 'done' ORDER BY id")) {
            statement.setObject(1, UUID.fromString(record.at("/id")));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    trail.add(rows.getString(1));
                }
            }
        }
        return trail;
    }
}
