package health.miadi.patient.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.miadi.testing.Answer;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.Race;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Correcting a patient's file: as a whole, by its version, or not at all. */
class PatientCorrectionIT {

    private final Clinic clinic = Clinic.ofTheSuite();
    private final String unique = Clinic.unique();

    private ObjectNode patient() {
        return Json.object(
                "firstName",
                "Pat",
                "lastName",
                "Ient-" + unique,
                "dateOfBirth",
                "1955-06-01",
                "gender",
                "female",
                "email",
                unique + "@example.org",
                "nationalId",
                "ID-" + unique);
    }

    private static String path(Answer created) {
        return "/patients/" + created.at("/id");
    }

    @Test
    void changesTheFileAndItsTag() {
        Answer created = clinic.admin().post("/patients", patient()).expect(201);
        Answer changed = clinic.admin()
                .ifMatch(created.etag())
                .put(path(created), patient().put("firstName", "Changed"))
                .expect(200);
        assertThat(changed.at("/firstName")).isEqualTo("Changed");
        assertThat(changed.etag()).isNotEqualTo(created.etag());
        assertThat(clinic.admin().get(path(created)).etag()).isEqualTo(changed.etag());
    }

    @Test
    void removesWhatIsLeftOut() {
        Answer created = clinic.admin().post("/patients", patient()).expect(201);
        ObjectNode less = patient();
        less.remove(List.of("email", "gender"));
        Answer changed =
                clinic.admin().ifMatch(created.etag()).put(path(created), less).expect(200);
        assertThat(changed.json().at("/email").isNull()).isTrue();
    }

    @Test
    void needsTheVersionThatItChanges() {
        Answer created = clinic.admin().post("/patients", patient()).expect(201);
        clinic.admin().wrongOnPurpose().put(path(created), patient()).expectProblem(428, "precondition-required");
    }

    @Test
    void refusesAStaleVersion() {
        Answer created = clinic.admin().post("/patients", patient()).expect(201);
        clinic.admin()
                .ifMatch(created.etag())
                .put(path(created), patient().put("firstName", "First"))
                .expect(200);
        clinic.admin()
                .ifMatch(created.etag())
                .put(path(created), patient().put("firstName", "Second"))
                .expectProblem(412, "stale");
        assertThat(clinic.admin().get(path(created)).at("/firstName")).isEqualTo("First");
    }

    @Test
    void refusesWhatAnotherPersonHasAndChangesNothing() {
        clinic.admin().post("/patients", patient()).expect(201);
        Answer mine = clinic.admin()
                .post("/patients", Json.object("firstName", "Pat", "lastName", "Ient-" + unique))
                .expect(201);
        Answer refused = clinic.admin()
                .ifMatch(mine.etag())
                .put(path(mine), patient().without("email"))
                .expectProblem(409, "duplicate");
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/nationalId");
        assertThat(clinic.admin().get(path(mine)).json()).isEqualTo(mine.json());
    }

    @Test
    void keepsWhatThePatientHasAlready() {
        Answer created = clinic.admin().post("/patients", patient()).expect(201);
        clinic.admin().ifMatch(created.etag()).put(path(created), patient()).expect(200);
    }

    @Test
    void letsOneOfManyWithTheSameVersionWin() throws Exception {
        Answer created = clinic.admin().post("/patients", patient()).expect(201);
        try (Race race = new Race(6)) {
            List<Callable<Answer>> clients = IntStream.range(0, 6)
                    .mapToObj(i -> (Callable<Answer>) () -> clinic.admin()
                            .ifMatch(created.etag())
                            .put(path(created), patient().put("firstName", "Pat" + i)))
                    .toList();
            List<Answer> answers = race.run(clients);
            assertThat(answers.stream().filter(answer -> answer.status() == 200))
                    .hasSize(1);
            answers.stream()
                    .filter(answer -> answer.status() != 200)
                    .forEach(answer -> answer.expectProblem(412, "stale"));
        }
    }

    @Test
    void ofSomebodyElsesFileFindsNothing() {
        Answer created = clinic.admin().post("/patients", patient()).expect(201);
        clinic.aPatient()
                .api()
                .ifMatch(created.etag())
                .put(path(created), patient())
                .expectProblem(404, "not-found");
    }
}
