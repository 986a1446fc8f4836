package health.miadi.appointment.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.miadi.testing.Answer;
import health.miadi.testing.Api;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.TestPatient;
import health.miadi.testing.TestProvider;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("R-AVAIL-6: every offer knows for whom and for what")
class OffersIT {

    private final Clinic clinic = Clinic.ofTheSuite();
    private final Desk desk = new Desk(clinic);
    private final TestProvider provider = clinic.aProvider().workingMondays("08:00", "11:00");
    private final TestProvider another = clinic.aProvider().workingMondays("08:00", "11:00");
    private final TestPatient patient = clinic.aPatient();
    private final Instant nine = provider.mondayAt("09:00");

    private Answer explain(Api by, Instant start, String more) {
        return by.get("/slots/explain?providerId=" + provider.id() + "&start=" + start + more)
                .expect(200);
    }

    private static List<String> kinds(Answer explained) {
        return explained.json().at("/obstacles").findValuesAsText("kind");
    }

    private String at(String time) {
        return provider.mondayAt(time).toString();
    }

    @Nested
    class ForAPatient {

        private final Answer elsewhere = Desk.book(patient, another, nine).expect(201);
        private final String forPatient = "&patientId=" + patient.id();

        @Test
        void oneIsNotOfferedWhatOverlapsOnesOwnVisits() {
            assertThat(desk.offered(patient.api(), provider, ""))
                    .contains(at("08:30"), at("09:30"))
                    .doesNotContain(at("08:45"), at("09:00"), at("09:15"))
                    .isEqualTo(desk.offered(patient.api(), provider, forPatient));
            assertThat(desk.offered(clinic.aPatient().api(), provider, "")).contains(at("08:45"), at("09:00"));
        }

        @Test
        void staffNameThePatientWhomTheyMaySee() {
            assertThat(desk.offered(clinic.admin(), provider, forPatient))
                    .isEqualTo(desk.offered(patient.api(), provider, ""));
            assertThat(desk.offered(clinic.admin(), provider, "")).contains(at("09:00"));
            assertThat(desk.offered(another.api(), provider, forPatient)).doesNotContain(at("09:00"));
            String slots = "/slots?from=" + nine + "&to=" + nine.plusSeconds(60);
            provider.api().get(slots + forPatient).expectProblem(404, "not-found");
            provider.api()
                    .get("/slots/explain?providerId=" + provider.id() + "&start=" + nine + forPatient)
                    .expectProblem(404, "not-found");
            clinic.aPatient().api().get(slots + forPatient).expectProblem(404, "not-found");
            clinic.admin().get(slots + "&patientId=" + UUID.randomUUID()).expectProblem(404, "not-found");
            clinic.admin().get(slots + "&patientId=" + provider.id()).expectProblem(404, "not-found");
        }

        @Test
        void whatIsExplainedIsWhatIsDecidedAndTellsNothingElse() {
            Answer explained = explain(clinic.admin(), nine, forPatient);

            assertThat(kinds(explained)).containsExactly("patient_busy");
            assertThat(explained.at("/offered")).isEqualTo("false");
            assertThat(explained.json().at("/obstacles/0/start").isNull()).isTrue();
            assertThat(explained.text()).doesNotContain(another.id().toString(), elsewhere.at("/id"));
            assertThat(explain(clinic.admin(), nine, "").at("/offered")).isEqualTo("true");
        }

        @Test
        void whatOneHoldsElsewhereIsNotOfferedEither() {
            patient.api()
                    .post("/holds", Desk.wish(another, provider.mondayAt("10:00")))
                    .expect(201);

            assertThat(desk.offered(patient.api(), provider, "")).doesNotContain(at("10:00"), at("10:15"));
            assertThat(kinds(explain(clinic.admin(), provider.mondayAt("10:15"), forPatient)))
                    .containsExactly("patient_holds");
        }

        @Test
        void theFirstOfferBooksAnyNumberOfTimes() {
            for (int i = 0; i < 5; i++) {
                String first = desk.offered(patient.api(), provider, "").get(0);
                Desk.book(patient, provider, Instant.parse(first)).expect(201);
            }
        }
    }

    @Nested
    class ForAMove {

        private final String type = desk.aType("durationMinutes", 60, "slotIntervalMinutes", 15, "maxPerDay", 1);
        private final Answer booked = patient.api()
                .post("/appointments", Desk.wish(provider, nine).put("appointmentTypeId", type))
                .expect(201);
        private final String toMove = "&appointmentId=" + booked.at("/id");

        @Test
        @DisplayName(
                "R-BOOK-9: it is not in its own way, in time and in a daily limit; patient, type and length are its own")
        void itDoesNotCountAgainstItself() {
            for (Api by : List.of(patient.api(), provider.api(), clinic.admin())) {
                assertThat(desk.offered(by, provider, toMove))
                        .hasSize(9)
                        .contains(at("08:15"), at("09:00"), at("09:15"), at("10:00"));
            }
            assertThat(desk.offered(patient.api(), provider, "&appointmentTypeId=" + type))
                    .isEmpty();
            assertThat(explain(clinic.admin(), nine.plusSeconds(900), toMove).at("/offered"))
                    .isEqualTo("true");
            move(nine.plusSeconds(900)).expect(200);
        }

        @Test
        void thePatientsOtherVisitsCount() {
            Desk.book(patient, another, provider.mondayAt("10:30")).expect(201);

            assertThat(desk.offered(patient.api(), provider, toMove))
                    .contains(at("09:30"))
                    .doesNotContain(at("09:45"), at("10:00"));
            assertThat(desk.offered(clinic.admin(), another, toMove)).contains(at("08:30"), at("09:30"));
            assertThat(kinds(explain(clinic.admin(), provider.mondayAt("10:00"), toMove)))
                    .containsExactly("patient_busy");
        }

        @Test
        void itIsSeenByThoseWhoSeeIt() {
            String path = "/slots?from=" + nine + "&to=" + nine.plusSeconds(60) + toMove;
            clinic.aPatient().api().get(path).expectProblem(404, "not-found");
            another.api().get(path).expectProblem(404, "not-found");
            another.api()
                    .get("/slots/explain?providerId=" + another.id() + "&start=" + nine + toMove)
                    .expectProblem(404, "not-found");
            clinic.admin()
                    .get("/slots?from=" + nine + "&to=" + nine.plusSeconds(60) + "&appointmentId=" + UUID.randomUUID())
                    .expectProblem(404, "not-found");
        }

        @Test
        @DisplayName("R-AUTH-8: a provider is offered no move into another's calendar, where they never move anything")
        void providersMoveWithinTheirOwnCalendar() {
            assertThat(desk.offered(provider.api(), another, toMove)).isEmpty();
            assertThat(desk.offered(patient.api(), another, toMove)).contains(at("09:00"));
            provider.api()
                    .get("/slots/explain?providerId=" + another.id() + "&start=" + nine + toMove)
                    .expectProblem(403, "forbidden");
            Desk.act(provider.api(), booked, "reschedule", Json.object("start", nine, "providerId", another.id()))
                    .expectProblem(403, "forbidden");
        }

        @Test
        void whatContradictsItIsRefused() {
            for (String path : List.of(
                    "/slots?from=" + nine + "&to=" + nine.plusSeconds(60),
                    "/slots/explain?providerId=" + provider.id() + "&start=" + nine)) {
                assertPointer(path + "&patientId=" + clinic.aPatient().id(), "patientId");
                assertPointer(path + "&appointmentTypeId=" + desk.aType(), "appointmentTypeId");
                assertPointer(path + "&durationMinutes=45", "durationMinutes");
            }
            assertThat(desk.offered(
                            clinic.admin(),
                            provider,
                            toMove + "&patientId=" + patient.id() + "&appointmentTypeId=" + type
                                    + "&durationMinutes=60"))
                    .hasSize(9);
        }

        private void assertPointer(String path, String pointer) {
            assertThat(clinic.admin()
                            .get(path + toMove)
                            .expectProblem(400, "validation")
                            .at("/errors/0/pointer"))
                    .isEqualTo(pointer);
        }

        @Test
        @DisplayName("R-BOOK-7: nothing is offered to what cannot be moved")
        void whatCannotBeMovedIsOfferedNothing() {
            Desk.act(patient.api(), booked, "cancel").expect(200);

            assertThat(desk.offered(patient.api(), provider, toMove)).isEmpty();
            provider.api()
                    .get("/slots/explain?providerId=" + provider.id() + "&start=" + nine + toMove)
                    .expectProblem(409, "illegal-transition");
        }

        private Answer move(Instant start, Object... more) {
            ObjectNode body = Json.object("start", start);
            body.setAll(Json.object(more));
            return Desk.act(patient.api(), booked, "reschedule", body);
        }

        @Test
        @DisplayName("R-BOOK-8: what rules new bookings does not stop the move of an old one, nor its cancellation")
        void whatWasAgreedStaysAgreed() {
            desk.change(type, "durationMinutes", 60, "patientsMayBook", false, "maxHorizonDays", 1, "maxPerDay", 1);
            String quarter = at("09:15");

            assertThat(desk.offered(patient.api(), provider, toMove)).contains(quarter);
            assertThat(desk.offered(patient.api(), another, "&appointmentTypeId=" + type))
                    .isEmpty();
            Answer moved = move(Instant.parse(quarter)).expect(200);
            Desk.act(patient.api(), moved, "cancel").expect(200);
            Answer refused = patient.api()
                    .post("/appointments", Desk.wish(another, nine).put("appointmentTypeId", type))
                    .expectProblem(422, "slot-not-offered");
            assertThat(refused.at("/rule")).isEqualTo("R-BOOK-4");
        }

        @Test
        @DisplayName(
                "R-BOOK-9: a move keeps the length, whatever the type says meanwhile, unless it asks for the type's")
        void theLengthStaysUnlessAnotherIsAskedFor() {
            desk.change(type, "durationMinutes", 30);

            Answer moved = move(provider.mondayAt("10:00")).expect(200);
            assertThat(moved.at("/end")).isEqualTo(at("11:00"));
            assertThat(desk.offered(patient.api(), provider, toMove)).doesNotContain(at("10:30"));
            assertThat(desk.offered(patient.api(), provider, toMove + "&durationMinutes=30"))
                    .contains(at("10:30"));
            ObjectNode shorter = Json.object("start", provider.mondayAt("10:30"), "durationMinutes", 30);
            Answer shortened =
                    Desk.act(patient.api(), moved, "reschedule", shorter).expect(200);
            assertThat(shortened.at("/end")).isEqualTo(at("11:00"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"patientId", "appointmentId"})
    void aWrongIdIsNamed(String parameter) {
        for (String path : List.of(
                "/slots?from=" + nine + "&to=" + nine.plus(Duration.ofHours(1)),
                "/slots/explain?providerId=" + provider.id() + "&start=" + nine)) {
            for (String wrong : List.of("nobody", "7", "%00")) {
                Answer refused = clinic.admin()
                        .wrongOnPurpose()
                        .get(path + "&" + parameter + "=" + wrong)
                        .expectProblem(400, "validation");
                assertThat(refused.at("/errors/0/pointer")).isEqualTo(parameter);
            }
        }
    }
}
