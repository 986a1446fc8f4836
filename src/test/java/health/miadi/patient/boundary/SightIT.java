package health.miadi.patient.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.miadi.testing.Answer;
import health.miadi.testing.Api;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.Race;
import health.miadi.testing.TestPatient;
import health.miadi.testing.TestProvider;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * R-AUTH-13: a provider sees a patient by a visit that is not cancelled and not long over, by having opened the file lately, or in an
 * emergency; nobody gives themselves sight by booking, and nobody hears of a stranger's time (finding M1).
 */
class SightIT {
    private static final String REASON = "Unconscious, allergies unknown";

    private final Clinic clinic = Clinic.ofTheSuite();
    private final TestPatient patient = clinic.aPatient();
    private final TestProvider provider = clinic.aProvider().workingMondays("08:00", "16:00");
    private final Instant nine = provider.mondayAt("09:00");
    private final String path = "/patients/" + patient.id();

    private static ObjectNode wish(TestProvider with, TestPatient of, Instant start) {
        return Json.object("providerId", with.id(), "patientId", of.id(), "start", start);
    }

    private Answer booked() {
        return patient.api()
                .post("/appointments", wish(provider, patient, nine))
                .expect(201);
    }

    private void assertSeen(boolean seen) {
        provider.api().get(path).expect(seen ? 200 : 404);
        assertThat(provider.api()
                        .get("/patients?id=" + patient.id())
                        .expect(200)
                        .json()
                        .at("/items"))
                .hasSize(seen ? 1 : 0);
        provider.api().get(path + "/insurance").expect(seen ? 200 : 404);
    }

    /** Puts the patient's visits that long into the past. */
    private void endedAgo(String interval) {
        clinic.database().update("""
                UPDATE appointments SET (start_at, end_at, blocked_from, blocked_until) = (SELECT e - interval '30 min', e,
                    e - interval '30 min', e FROM (SELECT date_trunc('minute', now()) - CAST(? AS interval) AS e) AS ends)
                WHERE patient_id = ?
                """, interval, patient.id());
    }

    private JsonNode named(TestProvider by) {
        return by.api()
                .get("/appointments/patients?id=" + patient.id() + "&id=" + UUID.randomUUID())
                .expect(200)
                .json()
                .at("/items");
    }

    /** R-AUTH-20: whose visit it was stands in the calendar of whoever had it, and nothing else of them. */
    @Test
    void aVisitThatShowsNoFileAnyMoreShowsItsPatientsName() {
        assertThat(named(provider)).isEmpty();
        Answer visit = booked();
        act(patient.api(), visit, "cancel");
        assertSeen(false);
        JsonNode name = named(provider).get(0);
        assertThat(name.at("/firstName").asText()).isEqualTo("Pat");
        assertThat(name.fieldNames()).toIterable().containsExactlyInAnyOrder("id", "firstName", "lastName");
        assertThat(named(provider)).hasSize(1);
        assertThat(named(clinic.aProvider())).isEmpty();
    }

    private static Answer act(Api by, Answer visit, String action) {
        return by.ifMatch(visit.etag())
                .post("/appointments/" + visit.at("/id") + "/" + action)
                .expect(200);
    }

    private ObjectNode emergency() {
        Answer file = clinic.admin().get(path).expect(200);
        return Json.object(
                "patientNumber", file.at("/patientNumber"), "dateOfBirth", file.at("/dateOfBirth"), "reason", REASON);
    }

    @Nested
    class AVisit {
        @Test
        void showsThePatientFromItsBookingUntilTwelveMonthsAfterItsEnd() {
            assertSeen(false);
            booked();
            assertSeen(true);
            endedAgo("12 months -1 hour");
            assertSeen(true);
            endedAgo("12 months 1 hour");
            assertSeen(false);
        }

        @Test
        void thatIsCancelledShowsNobody() {
            act(patient.api(), booked(), "cancel");
            assertSeen(false);
        }

        /** Somebody has to call a patient who did not come. */
        @Test
        void thatWasMissedCounts() {
            booked();
            endedAgo("1 day");
            clinic.database().update("UPDATE appointments SET status = 'no_show' WHERE patient_id = ?", patient.id());
            assertSeen(true);
        }

        @Test
        void thatMovesToAnotherProviderTakesTheSightWithIt() {
            Answer visit = booked();
            TestProvider another = clinic.aProvider().workingMondays("08:00", "16:00");
            clinic.admin()
                    .ifMatch(visit.etag())
                    .post(
                            "/appointments/" + visit.at("/id") + "/reschedule",
                            Json.object("providerId", another.id(), "start", nine))
                    .expect(200);
            assertSeen(false);
            another.api().get(path).expect(200);
        }

        /** The visit is still the provider's own, but it opens no way to the patient's time. */
        @Test
        void thatIsLongOverMovesNowhere() {
            booked();
            endedAgo("13 months");
            String visit = provider.api().get("/appointments").expect(200).at("/items/0/id");
            Answer own = provider.api().get("/appointments/" + visit).expect(200);
            provider.api()
                    .ifMatch(own.etag())
                    .post("/appointments/" + visit + "/reschedule", Json.object("start", nine))
                    .expectProblem(409, "illegal-transition");
            assertThat(provider.api()
                            .get("/slots?from=" + nine + "&to=" + nine.plus(Duration.ofHours(4)) + "&appointmentId="
                                    + visit)
                            .expect(200)
                            .json()
                            .at("/items"))
                    .isEmpty();
        }
    }

    /** Whichever comes first, what is answered is one of two things, and afterwards the file is as open as the visits say. */
    @Test
    void aCancellationAndABookingAtOnceLeaveNoSightBehind() throws Exception {
        Answer first = booked();
        String visit = "/appointments/" + first.at("/id");
        Instant later = nine.plus(Duration.ofHours(2));
        List<Answer> answers;
        try (Race race = new Race(3)) {
            answers = race.run(List.of(
                    () -> patient.api().ifMatch(first.etag()).post(visit + "/cancel"),
                    () -> provider.api().post("/appointments", wish(provider, patient, later)),
                    () -> provider.api().get(path)));
        }
        answers.get(0).expect(200);
        assertThat(answers.get(1).status()).isIn(201, 400);
        assertThat(answers.get(2).status()).isIn(200, 404);
        assertSeen(answers.get(1).status() == 201);
    }

    @Test
    void anOpenedFileIsSeenForTwelveMonths() {
        clinic.introduce(patient, provider);
        assertSeen(true);
        clinic.database()
                .update(
                        "UPDATE persons SET created_at = now() - interval '12 months 1 hour' WHERE id = ?",
                        patient.id());
        assertSeen(false);
    }

    /** Attacks 15 and 16 of the review: what is answered for a stranger is what is answered for nobody. */
    @Nested
    class AStranger {
        private JsonNode refused(String to, ObjectNode body) {
            ObjectNode problem = (ObjectNode) provider.api()
                    .post(to, body)
                    .expectProblem(400, "validation")
                    .json();
            return problem.without("instance");
        }

        @Test
        void isBookedAndHeldForByNobodyWhoDoesNotSeeThem() {
            TestPatient nobody = new TestPatient(UUID.randomUUID(), patient.api());
            for (String to : List.of("/appointments", "/holds")) {
                assertThat(refused(to, wish(provider, patient, nine)))
                        .isEqualTo(refused(to, wish(provider, nobody, nine)));
            }
            assertSeen(false);
        }

        @Test
        void tellsNobodyWhenTheyAreBusyOrHold() {
            TestProvider other = clinic.aProvider().workingMondays("08:00", "16:00");
            JsonNode free = refused("/appointments", wish(provider, patient, nine));
            patient.api().post("/appointments", wish(other, patient, nine)).expect(201);
            patient.api()
                    .post("/holds", wish(other, patient, nine.plus(Duration.ofHours(1))))
                    .expect(201);
            for (int hour = 0; hour < 2; hour++) {
                Instant start = nine.plus(Duration.ofHours(hour));
                assertThat(refused("/appointments", wish(provider, patient, start)))
                        .isEqualTo(free);
                assertThat(refused("/holds", wish(provider, patient, start))).isEqualTo(free);
            }
            String asked = "&patientId=" + patient.id();
            provider.api()
                    .get("/slots?from=" + nine + "&to=" + nine.plus(Duration.ofHours(4)) + asked)
                    .expectProblem(404, "not-found");
            provider.api()
                    .get("/slots/explain?providerId=" + provider.id() + "&start=" + nine + asked)
                    .expectProblem(404, "not-found");
        }

        /** A key that booked once books nobody whom its owner sees no more. */
        @Test
        void isBookedByNoHoldOrKeyOfFormerTimes() {
            clinic.introduce(patient, provider);
            Api keyed = provider.api().with("Idempotency-Key", Clinic.unique());
            Answer visit =
                    keyed.post("/appointments", wish(provider, patient, nine)).expect(201);
            Answer hold = provider.api()
                    .post("/holds", wish(provider, patient, nine.plus(Duration.ofHours(1))))
                    .expect(201);
            act(provider.api(), visit, "cancel");
            clinic.introduce(patient, clinic.aProvider());
            keyed.post("/appointments", wish(provider, patient, nine)).expect(201);
            refused(
                    "/appointments",
                    wish(provider, patient, nine.plus(Duration.ofHours(1))).put("holdId", hold.at("/id")));
            assertSeen(false);
        }
    }

    @Nested
    class AnEmergency {
        @Test
        void opensTheFileForSomeHoursAndLetsTheProviderBook() {
            Answer opened =
                    provider.api().post("/patients/break-glass", emergency()).expect(200);
            assertThat(opened.at("/patient/id")).isEqualTo(patient.id().toString());
            assertSeen(true);
            provider.api().post("/holds", wish(provider, patient, nine)).expect(201);
            clinic.aProvider().api().get(path).expectProblem(404, "not-found");
            clinic.database()
                    .update(
                            "UPDATE emergency_openings SET opened_at = opened_at - interval '24 hours 1 minute',"
                                    + " expires_at = expires_at - interval '24 hours 1 minute' WHERE patient_id = ?",
                            patient.id());
            assertSeen(false);
        }

        @Test
        void isToldToThePatientInTheirExportAndToAdmins() {
            provider.api().post("/patients/break-glass", emergency()).expect(200);
            for (Answer told : List.of(
                    patient.api().get(path + "/emergencies").expect(200),
                    clinic.admin().get(path + "/emergencies").expect(200))) {
                assertThat(told.at("/items/0/providerId"))
                        .isEqualTo(provider.id().toString());
                assertThat(told.at("/items/0/reason")).isEqualTo(REASON);
            }
            Answer export = patient.api().get(path + "/export").expect(200);
            assertThat(export.at("/emergencies/0/reason")).isEqualTo(REASON);
            Answer trail = clinic.admin()
                    .get("/audit?action=opened_in_emergency&entityId=" + patient.id())
                    .expect(200);
            assertThat(trail.json().at("/items")).hasSize(1);
            assertThat(trail.at("/items/0/reason")).isEqualTo(REASON);
            assertThat(trail.at("/items/0/outcome")).isEqualTo("done");
        }

        /** Each of them as people write it, in any two. */
        @Test
        void takesAnyTwoThatTellThePatientFromAllOthers() {
            String digits = Clinic.unique().replaceAll("[^0-9]", "") + "0000000";
            String phone = "07" + digits.substring(0, 7) + "1";
            Answer file = clinic.admin()
                    .post(
                            "/patients",
                            Json.object(
                                    "firstName",
                                    "Un",
                                    "lastName",
                                    "Known",
                                    "dateOfBirth",
                                    "1957-03",
                                    "phone",
                                    phone,
                                    "nationalId",
                                    "AB-" + Clinic.unique()))
                    .expect(201);
            String number = file.at("/patientNumber").replace("PAT-", "").replaceFirst("^0+", "");
            String nationalId = file.at("/nationalId").replace("-", "").toLowerCase(java.util.Locale.ROOT);
            for (ObjectNode right : List.of(
                    Json.object("patientNumber", number, "dateOfBirth", "1957-03"),
                    Json.object("nationalId", nationalId, "phone", phone),
                    Json.object("nationalId", nationalId, "dateOfBirth", "1957-03", "patientNumber", number))) {
                assertThat(provider.api()
                                .post("/patients/break-glass", right.put("reason", REASON))
                                .expect(200)
                                .at("/patient/id"))
                        .isEqualTo(file.at("/id"));
            }
            provider.api()
                    .post(
                            "/patients/break-glass",
                            Json.object("nationalId", nationalId, "dateOfBirth", "1957-04", "reason", REASON))
                    .expectProblem(404, "not-found");
        }

        @Test
        void needsTwoOfThemAndAReason() {
            ObjectNode one = emergency();
            one.remove("patientNumber");
            provider.api().post("/patients/break-glass", one).expectProblem(400, "validation");
            provider.api()
                    .wrongOnPurpose()
                    .post("/patients/break-glass", emergency().put("reason", "because"))
                    .expectProblem(400, "validation");
            assertSeen(false);
        }

        /** Ten an hour, right or wrong; each wrong one is in the trail without what was tried. */
        @Test
        void isGuessedByNobody() {
            String actor = clinic.database()
                    .texts("SELECT id::text FROM users WHERE person_id = '" + provider.id() + "'")
                    .get(0);
            for (int guess = 0; guess < 10; guess++) {
                provider.api()
                        .post("/patients/break-glass", emergency().put("dateOfBirth", "19" + (50 + guess) + "-01-01"))
                        .expectProblem(404, "not-found");
            }
            provider.api().post("/patients/break-glass", emergency()).expectProblem(429, "rate-limited");
            assertSeen(false);
            Answer trail = clinic.admin()
                    .get("/audit?action=opened_in_emergency&actorId=" + actor)
                    .expect(200);
            assertThat(trail.json().at("/items").findValuesAsText("outcome"))
                    .hasSize(11)
                    .containsOnly("refused");
            assertThat(trail.json().at("/items").findValuesAsText("entityId")).containsOnly("null");
        }
    }
}
