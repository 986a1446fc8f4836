package health.miadi.privacy.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import health.miadi.testing.Answer;
import health.miadi.testing.Clinic;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A patient's export: everything that is held about them, for them (ADR 0024, R-REC-2, R-AUTH-8). */
class PatientExportIT {

    private final Clinic clinic = Clinic.ofTheSuite();
    private final MarkedPatient patient = new MarkedPatient(clinic);

    private Answer exported() {
        return patient.api.get(patient.path() + "/export").expect(200);
    }

    @Test
    void tellsAPatientEverythingThatIsHeldAboutThem() {
        List<Answer> appointments = patient.livesALife();
        JsonNode export = exported().json();
        assertThat(export.at("/person/firstName").asText()).isEqualTo("First " + patient.mark);
        assertThat(export.at("/person/dateOfBirth").asText()).isEqualTo("1912-06-23");
        assertThat(export.at("/person/phone").asText()).isEqualTo(patient.phone);
        assertThat(export.at("/account/email").asText()).isEqualTo(patient.email);
        assertThat(export.at("/account/openIdSubject").asText()).isEqualTo("subject " + patient.mark);
        assertThat(export.at("/sessions")).isNotEmpty();
        assertThat(export.at("/insurance").findValuesAsText("insurer"))
                .containsExactly("Insurer " + patient.mark, "Insurer " + patient.mark);
        assertThat(export.at("/appointments").findValuesAsText("id"))
                .containsAll(appointments.stream().map(each -> each.at("/id")).toList());
        assertThat(export.at("/appointments").findValuesAsText("reason"))
                .contains("Reason " + patient.mark, "Done " + patient.mark, "Moved " + patient.mark);
        assertThat(export.at("/holds")).hasSize(1);
        assertThat(export.at("/records/0/versions").findValuesAsText("diagnosis"))
                .containsExactly("Diagnosis " + patient.mark, "Amended " + patient.mark);
        assertThat(export.at("/records/1/versions")).isEmpty();
        assertThat(export.at("/records/1/removedAt").isNull()).isFalse();
    }

    @Test
    void ofAnAdminHasNoRecordNotEvenThatThereIsOne() {
        patient.livesALife();
        Answer export = clinic.admin().get(patient.path() + "/export").expect(200);
        assertThat(export.json().at("/records").isNull()).isTrue();
        assertThat(export.text()).doesNotContain("Diagnosis", "Amended", "Mistaken");
    }

    /** M14, R-AUTH-12: it reads all there is. */
    @Test
    void isMadeTwentyTimesAnHourByAnAccountAndNoOthersAreSlowedDown() {
        for (int i = 0; i < 20; i++) {
            exported();
        }
        Answer refused = patient.api.get(patient.path() + "/export").expectProblem(429, "rate-limited");
        assertThat(Long.parseLong(refused.header("Retry-After").orElse(""))).isBetween(1L, 180L);
        clinic.admin().get(patient.path() + "/export").expect(200);
    }

    @Test
    void isAnAttachmentThatNoCacheKeeps() {
        Answer export = exported();
        assertThat(export.header("Content-Disposition").orElse("")).startsWith("attachment");
        assertThat(export.header("Cache-Control").orElse("")).isEqualTo("no-store");
        assertThat(export.text())
                .doesNotContain("PBKDF2", patient.registered.at("/refreshToken"), MarkedPatient.PASSWORD);
    }

    @Test
    void goesOnBeyondOnePage() {
        clinic.database()
                .update(
                        "INSERT INTO insurance (id, patient_id, insurer, policy_number, expiry_date, created_at, updated_at)"
                                + " SELECT gen_random_uuid(), ?, 'Insurer', gen_random_uuid()::text, DATE '2030-01-01',"
                                + " now(), now() FROM generate_series(1, 450)",
                        patient.id);
        assertThat(exported().json().at("/insurance").findValuesAsText("id"))
                .hasSize(450)
                .doesNotHaveDuplicates();
    }

    @Test
    void saysWhoReadTheFileAndWhoExportedIt() {
        patient.noted(MarkedPatient.ahead(-3, 0));
        patient.cover();
        patient.provider.api().get(patient.path() + "/insurance").expect(200);
        clinic.admin().get(patient.path() + "/export").expect(200);
        JsonNode audit = exported().json().at("/audit");
        assertThat(audit)
                .extracting(entry -> entry.at("/action").asText() + " "
                        + entry.at("/entity").asText() + " by "
                        + entry.at("/actorRole").asText())
                .contains("read insurance by provider", "exported patient by admin", "exported patient by patient");
    }

    @Test
    void isMadeForAPatientWithoutAnAccountByAnAdmin() {
        Answer file = clinic.admin()
                .post("/patients", health.miadi.testing.Json.object("firstName", "No", "lastName", "Account"))
                .expect(201);
        JsonNode export = clinic.admin()
                .get("/patients/" + file.at("/id") + "/export")
                .expect(200)
                .json();
        assertThat(export.at("/account").isNull()).isTrue();
        assertThat(export.at("/sessions")).isEmpty();
    }

    @Test
    void isNobodyElses() {
        patient.noted(MarkedPatient.ahead(-3, 0));
        String path = patient.path() + "/export";
        clinic.aPatient().api().get(path).expectProblem(404, "not-found");
        patient.provider.api().get(path).expectProblem(403, "forbidden");
        clinic.anonymous().get(path).expectProblem(401, "unauthenticated");
        patient.erasedBy(clinic.admin()).expect(204);
        clinic.admin().get(path).expectProblem(404, "not-found");
    }
}
