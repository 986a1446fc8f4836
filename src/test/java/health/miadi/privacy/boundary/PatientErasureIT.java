package health.miadi.privacy.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import health.miadi.testing.Answer;
import health.miadi.testing.Api;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Erasing a patient's data: nothing of the person is left, what has to be kept is, and nothing new can be added (ADR 0024). */
class PatientErasureIT {

    private final Clinic clinic = Clinic.ofTheSuite();
    private final MarkedPatient patient = new MarkedPatient(clinic);

    private Api eraser(String who) {
        return who.equals("admin") ? clinic.admin() : patient.api;
    }

    private static String path(Answer appointment) {
        return "/appointments/" + appointment.at("/id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "patient"})
    void leavesNoTextOfThePersonInAnyTable(String who) {
        patient.livesALife();
        assertThat(clinic.database().tablesWith(patient.mark))
                .contains("persons", "users", "insurance", "appointments", "appointment_history", "idempotency_keys");
        patient.erasedBy(eraser(who)).expect(204);
        assertThat(clinic.database().tablesWith(patient.mark)).isEmpty();
        assertThat(clinic.database().tablesWith(patient.phone)).isEmpty();
        assertThat(clinic.database().tablesWith(patient.overrideReason)).isSubsetOf("audit_entries");
    }

    @Test
    void keepsTheAppointmentsAndTheirHistory() {
        List<Answer> appointments = patient.livesALife();
        patient.erasedBy(patient.api).expect(204);
        List<String> statuses = appointments.stream()
                .map(seen -> patient.provider.api().get(path(seen)).expect(200))
                .peek(kept -> assertThat(kept.at("/patientId")).isEqualTo(patient.id.toString()))
                .peek(kept -> assertThat(kept.at("/reason")).isEmpty())
                .map(kept -> kept.at("/status"))
                .toList();
        assertThat(statuses).containsExactly("completed", "cancelled", "cancelled", "cancelled");
        JsonNode history = clinic.admin()
                .get(path(appointments.get(2)) + "/history")
                .expect(200)
                .json()
                .at("/items");
        assertThat(history.findValuesAsText("change"))
                .containsExactly("booked", "rescheduled", "amended", "cancelled", "erased");
        assertThat(history.findValuesAsText("reason")).containsOnly("null");
        assertThat(clinic.database().number("SELECT count(*) FROM insurance WHERE patient_id = ?", patient.id))
                .as("covers that an appointment names")
                .isEqualTo(1);
        assertThat(clinic.database().texts("SELECT patient_number FROM patients WHERE id = ?", patient.id))
                .hasSize(1);
    }

    @Test
    void keepsTheRecordsForTheirProviderAlone() {
        String record = path(patient.livesALife().get(0)) + "/record";
        patient.erasedBy(patient.api).expect(204);
        assertThat(patient.provider.api().get(record).expect(200).at("/diagnosis"))
                .isEqualTo("Amended " + patient.mark);
        clinic.aProvider().api().get(record).expectProblem(404, "not-found");
    }

    @Test
    void givesTheTimesToComeFree() {
        Instant start = MarkedPatient.ahead(8, 0);
        patient.booked(start);
        patient.erasedBy(patient.api).expect(204);
        clinic.aPatient()
                .api()
                .post("/appointments", Json.object("providerId", patient.provider.id(), "start", start))
                .expect(201);
    }

    @Test
    void endsTheAccountAndFreesItsName() {
        patient.livesALife();
        patient.erasedBy(clinic.admin()).expect(204);
        patient.api.get("/auth/me").expectProblem(401, "unauthenticated");
        Api elsewhere = clinic.from(Clinic.newAddress());
        elsewhere
                .post("/auth/refresh", Json.object("refreshToken", patient.registered.at("/refreshToken")))
                .expectProblem(401, "unauthenticated");
        elsewhere
                .post("/auth/login", Json.object("username", patient.email, "password", MarkedPatient.PASSWORD))
                .expectProblem(401, "unauthenticated");
        for (String table : List.of("sessions", "holds", "idempotency_keys", "password_resets", "openid_flows")) {
            assertThat(clinic.database().number("SELECT count(*) FROM " + table + " WHERE user_id = ?", patient.userId))
                    .as(table)
                    .isZero();
        }
        Answer again = elsewhere.post("/auth/register", patient.registration()).expect(201);
        assertThat(again.at("/user/personId")).isNotEqualTo(patient.id.toString());
    }

    @Test
    void leavesAnAdminsAccountWithoutThePerson() {
        clinic.database().update("UPDATE users SET role = 'admin' WHERE id = ?", patient.userId);
        patient.noted(MarkedPatient.ahead(-3, 0));
        patient.erasedBy(clinic.admin()).expect(204);
        Answer account = clinic.admin().get("/users/" + patient.userId).expect(200);
        assertThat(account.json().at("/personId").isNull()).isTrue();
        patient.api.get("/auth/me").expectProblem(401, "unauthenticated");
    }

    @Test
    void makesAsIfThePatientHadNeverBeen() {
        patient.noted(MarkedPatient.ahead(-3, 0));
        String etag = clinic.admin().get(patient.path()).expect(200).etag();
        String number = clinic.admin().get(patient.path()).at("/patientNumber");
        patient.erasedBy(patient.api).expect(204);
        for (Api somebody : List.of(clinic.admin(), patient.provider.api())) {
            somebody.get(patient.path()).expectProblem(404, "not-found");
            somebody.get(patient.path() + "/insurance").expectProblem(404, "not-found");
            somebody.ifMatch(etag)
                    .put(patient.path(), Json.object("firstName", "New", "lastName", "Name"))
                    .expectProblem(404, "not-found");
            for (String search : List.of(patient.mark, number, "Erased")) {
                assertThat(somebody.get("/patients?search=" + search)
                                .expect(200)
                                .json()
                                .at("/items"))
                        .as(search)
                        .isEmpty();
            }
        }
        clinic.admin().ifMatch(etag).delete(patient.path()).expectProblem(404, "not-found");
        clinic.admin().ifMatch("*").delete(patient.path()).expectProblem(404, "not-found");
    }

    @Test
    void letsNothingNewBeMadeForThePatient() {
        Answer begun = patient.noted(MarkedPatient.ahead(-3, 0));
        patient.erasedBy(patient.api).expect(204);
        var wish = patient.wish(MarkedPatient.ahead(9, 0));
        assertThat(clinic.admin()
                        .post("/appointments", wish)
                        .expectProblem(400, "validation")
                        .at("/errors/0/pointer"))
                .isEqualTo("/patientId");
        wish.remove("reason");
        clinic.admin().post("/holds", wish).expectProblem(400, "validation");
        clinic.admin()
                .post(
                        "/users",
                        Json.object("username", "u" + Clinic.unique(), "role", "patient", "personId", patient.id))
                .expectProblem(400, "validation");
        clinic.admin()
                .post(
                        patient.path() + "/insurance",
                        Json.object("insurer", "I", "policyNumber", "P", "expiryDate", "2090-01-01"))
                .expectProblem(404, "not-found");
        Answer seen = clinic.admin().get(path(begun)).expect(200);
        clinic.admin()
                .ifMatch(seen.etag())
                .post(path(begun) + "/reschedule", Json.object("start", MarkedPatient.ahead(9, 0)))
                .expectProblem(409, "illegal-transition");
        clinic.admin().ifMatch(seen.etag()).post(path(begun) + "/complete").expect(200);
    }

    @Test
    void removesAltogetherOfWhomNothingHasToBeKept() {
        patient.cover();
        patient.erasedBy(patient.api).expect(204);
        for (String table : List.of("persons", "patients")) {
            assertThat(clinic.database().number("SELECT count(*) FROM " + table + " WHERE id = ?", patient.id))
                    .isZero();
        }
        assertThat(clinic.database().tablesWith(patient.id.toString())).isSubsetOf("audit_entries");
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "patient"})
    void leavesATraceOfWhoErasedWhom(String who) {
        patient.erasedBy(eraser(who)).expect(204);
        assertThat(clinic.database()
                        .texts(
                                "SELECT actor_role FROM audit_entries WHERE action = 'erased' AND entity_id = ?",
                                patient.id))
                .containsExactly(who);
    }

    /** R-AUTH-17, finding L8: whoever found a session open, or stole a token, erases nobody. */
    @Test
    void takesMoreThanAToken() {
        Api found = patient.api.ifMatch(
                clinic.admin().get(patient.path()).expect(200).etag());
        found.delete(patient.path()).expectProblem(400, "validation");
        found.send("DELETE", patient.path(), Json.object("currentPassword", "not the password"))
                .expectProblem(400, "validation");
        assertThat(clinic.admin().get(patient.path()).expect(200).at("/email")).isEqualTo(patient.email);
    }

    @Test
    void needsTheVersionThatItErases() {
        patient.api
                .wrongOnPurpose()
                .send("DELETE", patient.path(), MarkedPatient.proof())
                .expectProblem(428, "precondition-required");
        patient.api
                .ifMatch("\"other\"")
                .send("DELETE", patient.path(), MarkedPatient.proof())
                .expectProblem(412, "stale");
        assertThat(clinic.admin().get(patient.path()).expect(200).at("/email")).isEqualTo(patient.email);
    }
}
