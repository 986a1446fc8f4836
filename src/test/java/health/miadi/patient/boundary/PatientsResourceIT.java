package health.miadi.patient.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.miadi.testing.Answer;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.Race;
import health.miadi.testing.TestPatient;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        @CsvSource({
            "email, a-UNIQUE@example.org, A-UNIQUE@EXAMPLE.org",
            "nationalId, id-UNIQUE, ID-unique",
            "phone, +254 (7DIGITS) 00, 2547DIGITS00"
        })
        void refusesWhatAnotherPersonHasHoweverItIsWritten(String member, String first, String second) {
            String digits = Long.toString(ThreadLocalRandom.current().nextLong(10_000_000L, 99_999_999L));
            ObjectNode mine = Json.object("firstName", "Pat", "lastName", "Ient-" + unique);
            ObjectNode other = mine.deepCopy();
            mine.put(member, first.replace("UNIQUE", unique).replace("DIGITS", digits));
            other.put(
                    member,
                    second.replace("UNIQUE", unique.toUpperCase(Locale.ROOT))
                            .replace("unique", unique)
                            .replace("DIGITS", digits));
            clinic.admin().post("/patients", mine).expect(201);
            Answer answer = clinic.admin().post("/patients", other).expectProblem(409, "duplicate");
            assertThat(answer.at("/errors/0/pointer")).isEqualTo("/" + member);
            assertThat(answer.text()).doesNotContainIgnoringCase(unique).doesNotContain(digits);
            assertThat(clinic.database().number("SELECT count(*) FROM persons WHERE last_name = ?", "Ient-" + unique))
                    .isEqualTo(1);
        }

        @Test
        void refusesTheAddressOfAProviderToo() {
            clinic.admin()
                    .post(
                            "/providers",
                            Json.object(
                                    "firstName",
                                    "Pro",
                                    "lastName",
                                    "Vider",
                                    "cadre",
                                    "nurse",
                                    "timeZone",
                                    "UTC",
                                    "email",
                                    unique + "@example.org"))
                    .expect(201);
            clinic.admin().post("/patients", patient()).expectProblem(409, "duplicate");
        }

        @Test
        void isDoneOnceForAKeyHoweverOftenItIsSent() throws Exception {
            ObjectNode patient = Json.object("firstName", "Pat", "lastName", "Ient-" + unique);
            Callable<Answer> client =
                    () -> clinic.admin().with("Idempotency-Key", unique).post("/patients", patient);
            try (Race race = new Race(6)) {
                assertThat(race.run(Collections.nCopies(6, client)))
                        .allSatisfy(answer -> assertThat(answer.status()).isIn(201, 409));
            }
            Answer again = client.call().expect(201);
            assertThat(found("Ient-" + unique)).containsExactly(again.at("/id"));
            clinic.admin()
                    .with("Idempotency-Key", unique)
                    .post("/patients", patient.deepCopy().put("firstName", "Other"))
                    .expectProblem(422, "idempotency-mismatch");
        }

        @Test
        void isForAProviderToo() {
            clinic.aProvider().api().post("/patients", patient()).expect(201);
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

    private List<String> found(String text) {
        return clinic.admin()
                .get("/patients?search=" + text)
                .expect(200)
                .json()
                .at("/items")
                .findValuesAsText("id");
    }

    @Nested
    class Search {

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
    }
}
