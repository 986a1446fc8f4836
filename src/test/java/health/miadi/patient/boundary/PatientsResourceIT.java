package health.miadi.patient.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.miadi.testing.Answer;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.TestPatient;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Patients' files over HTTP: who sees them, and how they change. */
class PatientsResourceIT {

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

    @Nested
    class Create {

        @Test
        void answersTheFileWithItsNumberAndPlace() {
            Answer answer = clinic.admin().post("/patients", patient()).expect(201);
            assertThat(answer.at("/patientNumber")).matches("PAT-\\d{6,}");
            assertThat(answer.header("Location").orElse("")).endsWith("/api/v1" + path(answer));
            Answer read = clinic.admin().get(path(answer)).expect(200);
            assertThat(read.json()).isEqualTo(answer.json());
            assertThat(read.etag()).isEqualTo(answer.etag());
        }

        @ParameterizedTest
        @ValueSource(strings = {"email", "nationalId"})
        void refusesWhatAnotherPersonHas(String member) {
            clinic.admin().post("/patients", patient()).expect(201);
            ObjectNode second = patient();
            second.retain("firstName", "lastName", member);
            Answer answer = clinic.admin().post("/patients", second).expectProblem(409, "duplicate");
            assertThat(answer.text()).doesNotContain(unique);
        }

        @Test
        void isNotForAPatient() {
            clinic.aPatient().api().post("/patients", patient()).expectProblem(403, "forbidden");
        }
    }

    @Nested
    class Read {

        @Test
        void isForThePatient() {
            TestPatient patient = clinic.aPatient();
            patient.api().get("/patients/" + patient.id()).expect(200);
        }

        @Test
        void showsNobodyElsesFileToAPatient() {
            TestPatient another = clinic.aPatient();
            clinic.aPatient().api().get("/patients/" + another.id()).expectProblem(404, "not-found");
        }

        @Test
        void showsNoFileToAProviderWithoutAnAppointment() {
            TestPatient patient = clinic.aPatient();
            clinic.aProvider().api().get("/patients/" + patient.id()).expectProblem(404, "not-found");
        }

        @Test
        void answersNotModifiedToWhoeverHasItAlready() {
            Answer created = clinic.admin().post("/patients", patient()).expect(201);
            Answer again = clinic.admin()
                    .with("If-None-Match", created.etag())
                    .get(path(created))
                    .expect(304);
            assertThat(again.text()).isEmpty();
            clinic.admin().with("If-None-Match", "\"other\"").get(path(created)).expect(200);
        }
    }

    @Nested
    class Search {

        private List<String> found(String text) {
            return clinic.admin()
                    .get("/patients?search=" + text)
                    .expect(200)
                    .json()
                    .at("/items")
                    .findValuesAsText("id");
        }

        @Test
        void findsByNameAddressNationalIdAndNumber() {
            Answer created = clinic.admin().post("/patients", patient()).expect(201);
            String id = created.at("/id");
            assertThat(found("ient-" + unique)).containsExactly(id);
            assertThat(found(unique + "@EXAMPLE")).containsExactly(id);
            assertThat(found("id-" + unique)).containsExactly(id);
            assertThat(found(created.at("/patientNumber"))).containsExactly(id);
        }

        @Test
        void takesWildcardsForWhatTheyAre() {
            clinic.admin().post("/patients", patient()).expect(201);
            assertThat(found("Ient_" + unique)).isEmpty();
            assertThat(found("%25" + unique)).isEmpty();
        }

        @Test
        void showsAPatientOnlyThemselves() {
            TestPatient patient = clinic.aPatient();
            clinic.aPatient();
            Answer list = patient.api().get("/patients").expect(200);
            assertThat(list.json().at("/items").findValuesAsText("id"))
                    .containsExactly(patient.id().toString());
        }
    }

    @Nested
    class Replace {

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
            Answer changed = clinic.admin()
                    .ifMatch(created.etag())
                    .put(path(created), less)
                    .expect(200);
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
        void ofSomebodyElsesFileFindsNothing() {
            Answer created = clinic.admin().post("/patients", patient()).expect(201);
            clinic.aPatient()
                    .api()
                    .ifMatch(created.etag())
                    .put(path(created), patient())
                    .expectProblem(404, "not-found");
        }
    }

    @Nested
    class Delete {

        @Test
        void removesTheFile() {
            Answer created = clinic.admin().post("/patients", patient()).expect(201);
            clinic.admin().ifMatch(created.etag()).delete(path(created)).expect(204);
            clinic.admin().get(path(created)).expectProblem(404, "not-found");
        }

        @Test
        void needsTheVersionThatItRemoves() {
            Answer created = clinic.admin().post("/patients", patient()).expect(201);
            clinic.admin().wrongOnPurpose().delete(path(created)).expectProblem(428, "precondition-required");
            clinic.admin().ifMatch("\"other\"").delete(path(created)).expectProblem(412, "stale");
        }

        @Test
        void isForAdmins() {
            TestPatient patient = clinic.aPatient();
            String etag = patient.api().get("/patients/" + patient.id()).etag();
            patient.api().ifMatch(etag).delete("/patients/" + patient.id()).expectProblem(403, "forbidden");
        }
    }
}
