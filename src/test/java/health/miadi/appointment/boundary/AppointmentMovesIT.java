package health.miadi.appointment.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.miadi.testing.Answer;
import health.miadi.testing.Api;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.TestPatient;
import health.miadi.testing.TestProvider;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** R-BOOK-9: an appointment is moved and stays the same, or nothing has changed. */
class AppointmentMovesIT {

    private final Clinic clinic = Clinic.ofTheSuite();
    private final Desk desk = new Desk(clinic);
    private final TestProvider provider = clinic.aProvider().workingMondays("09:00", "17:00");
    private final TestPatient patient = clinic.aPatient();
    private final Instant ten = provider.mondayAt("10:00");
    private final Instant noon = provider.mondayAt("12:00");

    private static Answer move(Api api, Answer seen, Object... members) {
        return Desk.act(api, seen, "reschedule", Json.object(members));
    }

    private Answer read(Answer appointment) {
        return clinic.admin().get(Desk.path(appointment)).expect(200);
    }

    private void assertUnchanged(Answer appointment) {
        assertThat(read(appointment).json()).isEqualTo(appointment.json());
        assertThat(read(appointment).etag()).isEqualTo(appointment.etag());
        assertThat(desk.history(appointment)).containsExactly("booked");
    }

    @Nested
    class AMove {

        private final Answer booked = Desk.book(patient, provider, ten).expect(201);

        @Test
        void keepsTheAppointmentAndItsFormerTime() {
            Answer moved =
                    move(patient.api(), booked, "start", noon, "reason", "work").expect(200);
            assertThat(moved.at("/id")).isEqualTo(booked.at("/id"));
            assertThat(moved.at("/start")).isEqualTo(noon.toString());
            assertThat(moved.at("/status")).isEqualTo("scheduled");
            assertThat(moved.etag()).isNotEqualTo(booked.etag());
            JsonNode former = moved.json().at("/rescheduledFrom");
            assertThat(former).hasSize(1);
            assertThat(former.at("/0/start").asText()).isEqualTo(ten.toString());
            assertThat(former.at("/0/providerId").asText())
                    .isEqualTo(provider.id().toString());
            assertThat(read(moved).json()).isEqualTo(moved.json());
            assertThat(desk.countOf(provider)).isEqualTo(1);
        }

        @Test
        void isToldByTheHistory() {
            Answer moved =
                    move(patient.api(), booked, "start", noon, "reason", "work").expect(200);
            JsonNode change = patient.api()
                    .get(Desk.path(moved) + "/history")
                    .expect(200)
                    .json()
                    .at("/items/1");
            assertThat(change.at("/change").asText()).isEqualTo("rescheduled");
            assertThat(change.at("/by").asText()).isEqualTo("patient");
            assertThat(change.at("/reason").asText()).isEqualTo("work");
            assertThat(change.at("/from/start").asText()).isEqualTo(ten.toString());
            assertThat(change.at("/to/start").asText()).isEqualTo(noon.toString());
        }

        @Test
        void freesTheFormerTime() {
            move(patient.api(), booked, "start", noon).expect(200);
            Desk.book(clinic.aPatient(), provider, ten).expect(201);
        }

        @ParameterizedTest
        @ValueSource(ints = {-15, 15})
        void mayOverlapTheTimeThatItLeaves(int minutes) {
            move(patient.api(), booked, "start", ten.plusSeconds(minutes * 60L)).expect(200);
        }

        @Test
        void canChangeHowLongItTakes() {
            Answer moved = move(patient.api(), booked, "start", ten, "durationMinutes", 60)
                    .expect(200);
            assertThat(moved.at("/end")).isEqualTo(provider.mondayAt("11:00").toString());
        }

        @Test
        void keepsEveryFormerTime() {
            Answer once = move(patient.api(), booked, "start", noon).expect(200);
            Answer twice = move(clinic.admin(), once, "start", ten).expect(200);
            assertThat(twice.json().at("/rescheduledFrom").findValuesAsText("start"))
                    .containsExactly(ten.toString(), noon.toString());
        }

        @Test
        void needsTheVersionThatItMoves() {
            patient.api()
                    .wrongOnPurpose()
                    .post(Desk.path(booked) + "/reschedule", Json.object("start", noon))
                    .expectProblem(428, "precondition-required");
            patient.api()
                    .ifMatch("\"other\"")
                    .post(Desk.path(booked) + "/reschedule", Json.object("start", noon))
                    .expectProblem(412, "stale");
            assertUnchanged(booked);
        }

        @Test
        void ofAnotherPatientsAppointmentFindsNothing() {
            move(clinic.aPatient().api(), booked, "start", noon).expectProblem(404, "not-found");
            move(clinic.aProvider().api(), booked, "start", noon).expectProblem(404, "not-found");
            assertUnchanged(booked);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                /start           | {}
                /start           | {"start": null}
                /start           | {"start": "2030-01-07T10:00:00"}
                /start           | {"start": "2030-02-30T10:00:00Z"}
                /start           | {"start": 1900000000}
                /providerId      | {"start": "2030-01-07T10:00:00Z", "providerId": "nobody"}
                /providerId      | {"start": "2030-01-07T10:00:00Z", "providerId": "01890a5d-ac96-774b-bcce-b302099a8057"}
                /durationMinutes | {"start": "2030-01-07T10:00:00Z", "durationMinutes": 14}
                /durationMinutes | {"start": "2030-01-07T10:00:00Z", "durationMinutes": 121}
                /durationMinutes | {"start": "2030-01-07T10:00:00Z", "durationMinutes": "30"}
                /reason          | {"start": "2030-01-07T10:00:00Z", "reason": "a\\u0000b"}
                /patientId       | {"start": "2030-01-07T10:00:00Z", "patientId": "01890a5d-ac96-774b-bcce-b302099a8057"}
                """)
        void withAWrongMemberIsRefused(String pointer, String body) {
            Answer refused = patient.api()
                    .wrongOnPurpose()
                    .ifMatch(booked.etag())
                    .post(Desk.path(booked) + "/reschedule", body)
                    .expectProblem(400, "validation");
            assertThat(refused.at("/errors/0/pointer")).isEqualTo(pointer);
            assertUnchanged(booked);
        }
    }

    @Nested
    class ToAnotherProvider {

        private final TestProvider another = clinic.aProviderIn("Asia/Kolkata").workingMondays("09:00", "17:00");
        private final Answer booked = Desk.book(patient, provider, ten).expect(201);
        private final Instant there = another.mondayAt("09:00");

        @Test
        void takesTheTimeOfTheOneAndFreesThatOfTheOther() {
            Answer moved = move(patient.api(), booked, "start", there, "providerId", another.id())
                    .expect(200);
            assertThat(moved.at("/providerId")).isEqualTo(another.id().toString());
            assertThat(moved.at("/timeZone")).isEqualTo("Asia/Kolkata");
            Desk.book(clinic.aPatient(), provider, ten).expect(201);
            Desk.book(clinic.aPatient(), another, there).expectProblem(409, "slot-taken");
            another.api().get(Desk.path(booked)).expect(200);
            provider.api().get(Desk.path(booked)).expectProblem(404, "not-found");
        }

        @Test
        void isNotForAProviderWhoIsSomebodyElse() {
            move(provider.api(), booked, "start", there, "providerId", another.id())
                    .expectProblem(403, "forbidden");
            assertUnchanged(booked);
        }

        @Test
        void isRefusedWhereThePatientIsBusy() {
            Instant free = another.mondayAt("16:00");
            desk.booked(patient, clinic.aProvider(), free);
            move(patient.api(), booked, "start", free, "providerId", another.id())
                    .expectProblem(409, "patient-busy");
            assertUnchanged(booked);
        }

        @Test
        void isRefusedWhenTheyTakeNoAppointments() {
            clinic.database().update("UPDATE providers SET active = false WHERE id = ?", another.id());
            move(clinic.admin(), booked, "start", there, "providerId", another.id())
                    .expectProblem(422, "provider-inactive");
            assertUnchanged(booked);
        }
    }

    @Nested
    class AMoveThatFails {

        @Test
        void becauseTheTimeIsTakenChangesNothingAndNamesTheNextStarts() {
            Answer booked = Desk.book(patient, provider, ten).expect(201);
            Desk.book(clinic.aPatient(), provider, noon).expect(201);
            Answer refused = move(patient.api(), booked, "start", noon).expectProblem(409, "slot-taken");
            assertThat(Desk.nextStarts(refused))
                    .startsWith(provider.mondayAt("12:30").toString());
            assertUnchanged(booked);
        }

        @Test
        void namesStartsAtWhichTheWholeAppointmentFits() {
            ObjectNode long2 = Desk.wish(provider, ten).put("durationMinutes", 120);
            Answer booked = patient.api().post("/appointments", long2).expect(201);
            Desk.book(clinic.aPatient(), provider, noon).expect(201);
            Desk.book(clinic.aPatient(), provider, provider.mondayAt("13:00")).expect(201);
            Answer refused = move(patient.api(), booked, "start", noon).expectProblem(409, "slot-taken");
            List<String> next = Desk.nextStarts(refused);
            assertThat(next).startsWith(provider.mondayAt("13:30").toString());
            move(patient.api(), booked, "start", next.get(0)).expect(200);
        }

        @Test
        void namesStartsThatOverlapTheTimeItWouldLeave() {
            Answer booked = Desk.book(patient, provider, noon).expect(201);
            Answer refused = move(patient.api(), booked, "start", provider.mondayAt("11:50"))
                    .expectProblem(422, "slot-not-offered");
            assertThat(Desk.nextStarts(refused)).startsWith(noon.toString());
        }

        @Test
        void becauseTheTimeIsNotOfferedCanBeOverriddenByStaff() {
            Answer booked = Desk.book(patient, provider, ten).expect(201);
            Instant early = provider.mondayAt("06:10");
            move(provider.api(), booked, "start", early).expectProblem(422, "slot-not-offered");
            ObjectNode anyway = Desk.anyway(Json.object("start", early));
            Desk.act(patient.api(), booked, "reschedule", anyway).expectProblem(403, "forbidden");
            assertUnchanged(booked);
            Desk.act(provider.api(), booked, "reschedule", anyway).expect(200);
        }
    }

    @Test
    void aMoveWithinADayDoesNotCountItselfAgainstTheDailyLimit() {
        ObjectNode wish = Desk.wish(provider, ten).put("appointmentTypeId", desk.aType("maxPerDay", 1));
        Answer booked = patient.api().post("/appointments", wish).expect(201);
        move(patient.api(), booked, "start", noon).expect(200);
    }

    @Test
    void aPatientMovesUntilADayBeforeAndStaffLater() {
        Answer soon = desk.booked(patient, provider, Desk.hoursFromNow(23));
        Answer refused = move(patient.api(), soon, "start", ten).expectProblem(422, "cancellation-too-late");
        assertThat(refused.at("/rule")).isEqualTo("R-BOOK-8");
        assertUnchanged(soon);
        move(provider.api(), soon, "start", ten).expect(200);
        Answer later = desk.booked(patient, provider, Desk.hoursFromNow(26));
        move(patient.api(), later, "start", noon).expect(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"check-in", "cancel"})
    void onlyAScheduledAppointmentIsMoved(String action) {
        TestProvider today = clinic.aProviderAtNoon();
        Answer booked = desk.booked(patient, today, Desk.hoursFromNow(1));
        Answer after = Desk.act(today.api(), booked, action).expect(200);
        Answer refused = move(clinic.admin(), after, "start", noon).expectProblem(409, "illegal-transition");
        assertThat(refused.at("/rule")).isEqualTo("R-BOOK-7");
        assertThat(read(after).json()).isEqualTo(after.json());
    }
}
