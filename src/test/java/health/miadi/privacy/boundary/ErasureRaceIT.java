package health.miadi.privacy.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.testing.Answer;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.Race;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Erasing a patient while others do something for them: whoever comes second meets what the first left (R-BOOK-2). */
class ErasureRaceIT {

    private static final int ROUNDS = 6;

    private final Clinic clinic = Clinic.ofTheSuite();

    @Test
    void nothingIsBookedHeldOrAddedForWhoeverIsErased() throws Exception {
        try (Race race = new Race(6)) {
            for (int round = 0; round < ROUNDS; round++) {
                MarkedPatient patient = new MarkedPatient(clinic);
                patient.noted(MarkedPatient.ahead(-3, 0));
                Answer toMove = patient.booked(MarkedPatient.ahead(3, 0));
                String etag = clinic.admin().get(patient.path()).expect(200).etag();
                Instant start = MarkedPatient.ahead(4, round);
                Instant elsewhere = MarkedPatient.ahead(6, round);
                var hold = patient.wish(MarkedPatient.ahead(5, round));
                hold.remove("reason");
                List<Answer> answers = race.run(List.of(
                        () -> clinic.admin().ifMatch(etag).delete(patient.path()),
                        () -> patient.api.post("/appointments", patient.wish(start)),
                        () -> clinic.admin().post("/appointments", patient.wish(start.plusSeconds(3_600))),
                        () -> patient.api.post("/holds", hold),
                        () -> clinic.admin()
                                .post(
                                        patient.path() + "/insurance",
                                        Json.object(
                                                "insurer", "I " + patient.mark,
                                                "policyNumber", "P " + patient.mark,
                                                "expiryDate", "2090-01-01")),
                        () -> patient.api
                                .ifMatch(toMove.etag())
                                .post(
                                        "/appointments/" + toMove.at("/id") + "/reschedule",
                                        Json.object("start", elsewhere))));
                assertThat(answers.get(0).status()).as("%s", answers).isEqualTo(204);
                assertThat(clinic.database()
                                .number(
                                        "SELECT count(*) FROM appointments WHERE patient_id = ? AND status IN"
                                                + " ('scheduled', 'checked_in') AND start_at > now()",
                                        patient.id))
                        .as("active appointments after round %d: %s", round, answers)
                        .isZero();
                assertThat(clinic.database().number("SELECT count(*) FROM holds WHERE patient_id = ?", patient.id))
                        .isZero();
                assertThat(clinic.database().tablesWith(patient.mark))
                        .as("%s", answers)
                        .isEmpty();
            }
        }
    }

    @Test
    void ofTwoErasuresOneHappens() throws Exception {
        try (Race race = new Race(2)) {
            MarkedPatient patient = new MarkedPatient(clinic);
            patient.livesALife();
            String etag = clinic.admin().get(patient.path()).expect(200).etag();
            List<Answer> answers = race.run(List.of(
                    () -> clinic.admin().ifMatch(etag).delete(patient.path()),
                    () -> clinic.admin().ifMatch(etag).delete(patient.path())));
            assertThat(answers).extracting(Answer::status).containsOnlyOnce(204);
            assertThat(clinic.database().tablesWith(patient.mark)).isEmpty();
        }
    }
}
