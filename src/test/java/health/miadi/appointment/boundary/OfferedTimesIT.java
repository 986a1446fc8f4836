package health.miadi.appointment.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.miadi.testing.Answer;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.TestPatient;
import health.miadi.testing.TestProvider;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which times can be booked, what is answered about the others, and what staff may override (R-BOOK-1, -3, -4, -12). */
class OfferedTimesIT {

    private final Clinic clinic = Clinic.ofTheSuite();
    private final Desk desk = new Desk(clinic);
    private final TestProvider provider = clinic.aProviderIn("America/New_York").workingMondays("09:00", "17:00");
    private final Instant ten = provider.mondayAt("10:00");
    private final TestPatient patient = clinic.aPatient();

    private static Answer expectRule(Answer refused, int status, String slug, String rule) {
        refused.expectProblem(status, slug);
        assertThat(refused.at("/rule")).isEqualTo(rule);
        return refused;
    }

    private String nineAWeekLater() {
        return provider.at(provider.monday().plusWeeks(1), "09:00").toString();
    }

    @Nested
    class Times {

        @ParameterizedTest
        @ValueSource(strings = {"09:00", "09:15", "13:45", "16:30"})
        void onTheGridWithinTheHoursAreOffered(String time) {
            Desk.book(patient, provider, provider.mondayAt(time)).expect(201);
        }

        @ParameterizedTest
        @ValueSource(strings = {"08:45", "09:07", "16:45", "17:00", "03:00"})
        void offTheGridOrOutsideTheHoursAreNot(String time) {
            Answer refused = Desk.book(patient, provider, provider.mondayAt(time));
            expectRule(refused, 422, "slot-not-offered", "R-AVAIL-5");
            assertThat(desk.countOf(provider)).isZero();
        }

        @Test
        void onAnotherDayOfTheWeekAreNot() {
            Answer refused = Desk.book(patient, provider, ten.plus(Duration.ofDays(1)));
            assertThat(Desk.nextStarts(expectRule(refused, 422, "slot-not-offered", "R-AVAIL-5")))
                    .startsWith(nineAWeekLater())
                    .hasSize(3);
        }

        @Test
        void withLessThanHalfAnHoursNoticeAreNot() {
            expectRule(Desk.book(patient, provider, Desk.hoursFromNow(0)), 422, "notice-too-short", "R-BOOK-3");
            expectRule(Desk.book(patient, provider, Desk.hoursFromNow(-48)), 422, "notice-too-short", "R-BOOK-3");
        }

        @Test
        void beyondTheHorizonAreNot() {
            Instant far = provider.at(provider.monday().plusWeeks(27), "10:00");
            expectRule(Desk.book(patient, provider, far), 422, "beyond-horizon", "R-BOOK-3");
        }

        @Test
        void areJudgedByTheTypesOwnNoticeAndHorizon() {
            ObjectNode tooSoon =
                    Desk.wish(provider, ten).put("appointmentTypeId", desk.aType("minNoticeMinutes", 43_200));
            expectRule(patient.api().post("/appointments", tooSoon), 422, "notice-too-short", "R-BOOK-3");
            ObjectNode tooFar = Desk.wish(provider, ten).put("appointmentTypeId", desk.aType("maxHorizonDays", 1));
            expectRule(patient.api().post("/appointments", tooFar), 422, "beyond-horizon", "R-BOOK-3");
        }
    }

    @Nested
    class ATakenTime {

        private final TestPatient holder = clinic.aPatient();

        @Test
        void comesWithTheNextOfferedStartsOfWhichEachBooks() {
            Desk.book(holder, provider, ten).expect(201);
            Answer refused = expectRule(Desk.book(patient, provider, ten), 409, "slot-taken", "R-BOOK-1");
            List<String> next = Desk.nextStarts(refused);
            assertThat(next)
                    .containsExactly(
                            provider.mondayAt("10:30").toString(),
                            provider.mondayAt("10:45").toString(),
                            provider.mondayAt("11:00").toString());
            Desk.book(patient, provider, Instant.parse(next.get(0))).expect(201);
        }

        @Test
        void comesWithoutTheStartsAtWhichThePatientIsElsewhere() {
            TestProvider another = clinic.aProvider().workingMondays("09:00", "17:00");
            Instant half = provider.mondayAt("10:30");
            Desk.book(patient, another, half).expect(201);
            Desk.book(holder, provider, ten).expect(201);
            Answer taken = Desk.book(patient, provider, ten).expectProblem(409, "slot-taken");
            assertThat(Desk.nextStarts(taken))
                    .startsWith(provider.mondayAt("11:00").toString());
            Answer busy = Desk.book(patient, provider, half).expectProblem(409, "patient-busy");
            assertThat(Desk.nextStarts(busy))
                    .startsWith(provider.mondayAt("11:00").toString());
        }

        @Test
        void tellsNothingOfWhoHasIt() {
            Answer held = Desk.book(holder, provider, ten).expect(201);
            Answer refused = Desk.book(patient, provider, ten).expectProblem(409, "slot-taken");
            assertThat(refused.text()).doesNotContain(holder.id().toString(), held.at("/id"), "Ient-");
        }

        @ParameterizedTest
        @CsvSource({"-30, 201", "-15, 409", "0, 409", "15, 409", "30, 201"})
        void isTakenByWhateverOverlapsAndNotByWhatTouches(int minutes, int status) {
            Desk.book(holder, provider, ten).expect(201);
            Desk.book(patient, provider, ten.plusSeconds(minutes * 60L)).expect(status);
        }

        @Test
        void comesFreeWhenItIsCancelled() {
            Answer held = Desk.book(holder, provider, ten).expect(201);
            Desk.act(holder.api(), held, "cancel").expect(200);
            Desk.book(patient, provider, ten).expect(201);
        }

        @ParameterizedTest
        @CsvSource({"09:15, 201", "09:30, 409", "10:30, 409", "10:45, 409", "11:00, 201"})
        void reachesAsFarAsItsBuffers(String time, int status) {
            String type = desk.aType("bufferBeforeMinutes", 15, "bufferAfterMinutes", 30);
            ObjectNode wish = Desk.wish(provider, ten).put("appointmentTypeId", type);
            holder.api().post("/appointments", wish).expect(201);
            Desk.book(patient, provider, provider.mondayAt(time)).expect(status);
        }

        @Test
        void isNotBookedBySomebodyWhoIsElsewhereThen() {
            TestProvider another = clinic.aProviderIn("America/New_York").workingMondays("09:00", "17:00");
            Desk.book(patient, another, ten).expect(201);
            Answer busy =
                    expectRule(Desk.book(patient, provider, ten.plusSeconds(900)), 409, "patient-busy", "R-BOOK-1");
            assertThat(busy.text()).doesNotContain(another.id().toString());
            Desk.book(patient, provider, ten.plusSeconds(1800)).expect(201);
        }
    }

    @Nested
    class ADailyLimit {

        private final String type = desk.aType("maxPerDay", 1);

        private ObjectNode wishAt(Instant start) {
            return Desk.wish(provider, start).put("appointmentTypeId", type);
        }

        @Test
        void closesTheDayAndNamesStartsOnAnother() {
            patient.api().post("/appointments", wishAt(ten)).expect(201);
            Answer refused = clinic.aPatient().api().post("/appointments", wishAt(ten.plusSeconds(7200)));
            assertThat(Desk.nextStarts(refused.expectProblem(422, "daily-limit")))
                    .startsWith(nineAWeekLater());
        }

        @Test
        void isOpenAgainAfterACancellation() {
            Answer booked = patient.api().post("/appointments", wishAt(ten)).expect(201);
            Desk.act(patient.api(), booked, "cancel").expect(200);
            patient.api().post("/appointments", wishAt(ten.plusSeconds(7200))).expect(201);
        }

        @Test
        void doesNotCountAppointmentsOfNoType() {
            Desk.book(patient, provider, ten).expect(201);
            patient.api().post("/appointments", wishAt(ten.plusSeconds(7200))).expect(201);
        }

        @Test
        void canBeOverriddenByStaff() {
            patient.api().post("/appointments", wishAt(ten)).expect(201);
            ObjectNode more = wishAt(ten.plusSeconds(7200));
            more.put("patientId", clinic.aPatient().id().toString());
            clinic.admin().post("/appointments", more).expectProblem(422, "daily-limit");
            clinic.admin().post("/appointments", Desk.anyway(more)).expect(201);
        }
    }

    @Nested
    class AnOverride {

        @ParameterizedTest
        @ValueSource(ints = {-30, 7, 24 * 60, 27 * 7 * 24 * 60})
        void leavesHoursGridNoticeAndHorizonAsideForStaff(int minutes) {
            Instant start = provider.mondayAt("09:00").plusSeconds(minutes * 60L);
            ObjectNode wish = Desk.wish(provider, start, patient);
            clinic.introduce(patient, provider);
            provider.api().post("/appointments", wish).expect(422);
            provider.api().post("/appointments", Desk.anyway(wish)).expect(201);
        }

        @Test
        void staysInTheHistoryWithItsReason() {
            Answer booked = desk.booked(patient, provider, Desk.hoursFromNow(-2));
            Answer history = clinic.admin().get(Desk.path(booked) + "/history").expect(200);
            assertThat(history.at("/items/0/overrideReason")).isEqualTo("an emergency");
            assertThat(history.at("/items/0/by")).isEqualTo("admin");
        }

        @Test
        void neverLetsTwoOverlap() {
            desk.booked(clinic.aPatient(), provider, ten);
            clinic.admin()
                    .post("/appointments", Desk.anyway(Desk.wish(provider, ten.plusSeconds(60), patient)))
                    .expectProblem(409, "slot-taken");
            TestProvider another = clinic.aProvider();
            desk.booked(patient, another, ten.plusSeconds(3600));
            clinic.admin()
                    .post("/appointments", Desk.anyway(Desk.wish(provider, ten.plusSeconds(3660), patient)))
                    .expectProblem(409, "patient-busy");
        }

        @Test
        void isNotForPatients() {
            patient.api()
                    .post("/appointments", Desk.anyway(Desk.wish(provider, ten)))
                    .expectProblem(403, "forbidden");
            assertThat(desk.countOf(provider)).isZero();
        }

        @ParameterizedTest
        @NullSource
        @ValueSource(strings = {"", " "})
        void needsAReason(@Nullable String reason) {
            ObjectNode wish = Desk.wish(provider, ten, patient);
            wish.set("override", Json.object("reason", reason));
            Answer refused =
                    clinic.admin().wrongOnPurpose().post("/appointments", wish).expectProblem(400, "validation");
            assertThat(refused.at("/errors/0/pointer")).isEqualTo("/override/reason");
            assertThat(desk.countOf(provider)).isZero();
        }
    }
}
