package health.miadi.appointment.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.miadi.testing.Answer;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.TestPatient;
import health.miadi.testing.TestProvider;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of an appointment, who decides it and when (R-BOOK-7, -8, -11). */
class AppointmentLifecycleIT {

    private final Clinic clinic = Clinic.ofTheSuite();
    private final Desk desk = new Desk(clinic);
    private final TestProvider provider = clinic.aProviderAtNoon();
    private final TestPatient patient = clinic.aPatient();

    private Answer begun() {
        return desk.booked(patient, provider, Desk.hoursFromNow(-1));
    }

    private Answer inHours(int hours) {
        return desk.booked(patient, provider, Desk.hoursFromNow(hours));
    }

    private String status(Answer appointment) {
        return clinic.admin().get(Desk.path(appointment)).expect(200).at("/status");
    }

    @Nested
    class TheTransitionTable {

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                           | check-in | checked_in
                           | complete | completed
                           | cancel   | cancelled
                           | no-show  | no_show
                check-in   | complete | completed
                check-in   | cancel   | cancelled
                """)
        void allows(String before, String action, String status) {
            Answer appointment = begun();
            if (before != null) {
                appointment = Desk.act(provider.api(), appointment, before).expect(200);
            }
            Answer changed = Desk.act(provider.api(), appointment, action).expect(200);
            assertThat(changed.at("/status")).isEqualTo(status);
            assertThat(changed.etag()).isNotEqualTo(appointment.etag());
            assertThat(status(changed)).isEqualTo(status);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                check-in | check-in | completed, cancelled
                check-in | no-show  | completed, cancelled
                complete | check-in | Nothing
                complete | complete | Nothing
                complete | cancel   | Nothing
                complete | no-show  | Nothing
                cancel   | check-in | Nothing
                cancel   | complete | Nothing
                cancel   | cancel   | Nothing
                cancel   | no-show  | Nothing
                no-show  | check-in | Nothing
                no-show  | complete | Nothing
                no-show  | cancel   | Nothing
                no-show  | no-show  | Nothing
                """)
        void refusesTheRestAndSaysWhatIsAllowed(String before, String action, String allowed) {
            Answer appointment = Desk.act(provider.api(), begun(), before).expect(200);
            Answer refused = Desk.act(clinic.admin(), appointment, action).expectProblem(409, "illegal-transition");
            assertThat(refused.at("/rule")).isEqualTo("R-BOOK-7");
            assertThat(refused.at("/detail")).contains(allowed);
            assertThat(status(appointment)).isEqualTo(appointment.at("/status"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"complete", "no-show"})
        void waitsForTheStart(String action) {
            Answer appointment = inHours(1);
            Answer refused = Desk.act(provider.api(), appointment, action).expectProblem(409, "illegal-transition");
            assertThat(refused.at("/rule")).isEqualTo("R-BOOK-8");
            assertThat(status(appointment)).isEqualTo("scheduled");
        }

        /** F2-14 d: who is checked in can be seen early, and what is said then written (R-REC-1). */
        @Test
        void letsAPatientWhoIsEarlyBeSeen() {
            Answer early = inHours(1);
            String record = Desk.path(early) + "/record";
            provider.api().put(record, Json.object("diagnosis", "A cold")).expectProblem(409, "illegal-transition");
            Answer here = Desk.act(provider.api(), early, "check-in").expect(200);
            provider.api().put(record, Json.object("diagnosis", "A cold")).expect(201);
            Answer seen = Desk.act(provider.api(), here, "complete").expect(200);
            Answer refused = Desk.act(provider.api(), seen, "correct", correction("scheduled"))
                    .expectProblem(409, "illegal-transition");
            assertThat(refused.at("/rule")).isEqualTo("R-REC-2");
            Desk.act(provider.api(), seen, "correct", correction("checked_in")).expect(200);
        }

        @ParameterizedTest
        @ValueSource(ints = {-24, 24})
        void checksNobodyInOnAnotherDay(int hours) {
            Answer refused =
                    Desk.act(provider.api(), inHours(hours), "check-in").expectProblem(409, "illegal-transition");
            assertThat(refused.at("/rule")).isEqualTo("R-BOOK-8");
        }
    }

    private static ObjectNode correction(String status) {
        return Json.object("status", status, "reason", "the wrong row");
    }

    /** R-BOOK-7a. */
    @Nested
    class Correcting {

        @ParameterizedTest
        @CsvSource({
            "check-in, scheduled",
            "complete, scheduled",
            "complete, checked_in",
            "complete, no_show",
            "no-show, scheduled",
            "no-show, checked_in",
            "no-show, completed"
        })
        void takesBackWhatWasAMistake(String mistake, String status) {
            Answer wrong = Desk.act(provider.api(), begun(), mistake).expect(200);
            Answer right = Desk.act(provider.api(), wrong, "correct", correction(status))
                    .expect(200);
            assertThat(right.at("/status")).isEqualTo(status);
            JsonNode history = patient.api()
                    .get(Desk.path(right) + "/history")
                    .expect(200)
                    .json()
                    .at("/items");
            assertThat(history.findValuesAsText("change")).hasSize(3).endsWith("corrected");
            assertThat(history.at("/2/from/status").asText()).isEqualTo(wrong.at("/status"));
            assertThat(history.at("/2/reason").asText()).isEqualTo("the wrong row");
            JsonNode trail = clinic.admin()
                    .get("/audit?entity=appointment&entityId=" + right.at("/id"))
                    .expect(200)
                    .json();
            assertThat(trail.at("/items/0/action").asText()).isEqualTo("corrected");
            assertThat(trail.at("/items/0/reason").asText()).isEqualTo("the wrong row");
        }

        @Test
        void doesNotTakeTheTimeOfOthers() {
            Answer missed = Desk.act(provider.api(), begun(), "no-show").expect(200);
            Answer other = desk.booked(clinic.aPatient(), provider, Desk.hoursFromNow(-1));
            Answer taken = Desk.act(provider.api(), missed, "correct", correction("checked_in"))
                    .expectProblem(409, "slot-taken");
            assertThat(taken.at("/rule")).isEqualTo("R-BOOK-1");
            Desk.act(provider.api(), other, "cancel").expect(200);
            TestProvider another = clinic.aProviderAtNoon();
            desk.booked(patient, another, Desk.hoursFromNow(-1));
            Desk.act(provider.api(), missed, "correct", correction("scheduled")).expectProblem(409, "patient-busy");
            Desk.act(provider.api(), missed, "correct", correction("completed")).expect(200);
        }

        @Test
        void isForSomeTimeOnlyWhateverWasChangedSince() {
            Answer here = Desk.act(provider.api(), begun(), "check-in").expect(200);
            clinic.database()
                    .update(
                            "UPDATE appointment_history SET at = at - interval '25 hours' WHERE appointment_id = ?",
                            UUID.fromString(here.at("/id")));
            Answer amended = Desk.patch(patient.api(), here, Json.object("reason", "newer"))
                    .expect(200);
            Answer late = Desk.act(provider.api(), amended, "correct", correction("scheduled"))
                    .expectProblem(409, "illegal-transition");
            assertThat(late.at("/rule")).isEqualTo("R-BOOK-7a");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                {"reason":"x"}                      | /status
                {"status":"scheduled"}              | /reason
                {"status":"asleep","reason":"x"}    | /status
                {"status":"scheduled","reason":""}  | /reason
                """)
        void namesWhatIsWrong(String body, String pointer) {
            Answer here = Desk.act(provider.api(), begun(), "check-in").expect(200);
            Answer refused = provider.api()
                    .wrongOnPurpose()
                    .ifMatch(here.etag())
                    .post(Desk.path(here) + "/correct", body)
                    .expectProblem(400, "validation");
            assertThat(refused.at("/errors/0/pointer")).isEqualTo(pointer);
        }
    }

    @Nested
    class Whoever {

        @ParameterizedTest
        @ValueSource(strings = {"check-in", "complete", "no-show"})
        void isAPatientNotesNothingOfTheKind(String action) {
            Answer appointment = begun();
            Desk.act(patient.api(), appointment, action).expectProblem(403, "forbidden");
            assertThat(status(appointment)).isEqualTo("scheduled");
        }

        @ParameterizedTest
        @ValueSource(strings = {"check-in", "complete", "no-show", "cancel"})
        void isNotTheAttendingProviderFindsNothing(String action) {
            Answer appointment = begun();
            Desk.act(clinic.aProvider().api(), appointment, action).expectProblem(404, "not-found");
            assertThat(status(appointment)).isEqualTo("scheduled");
        }

        @Test
        void isAnotherPatientFindsNothing() {
            Answer appointment = inHours(48);
            TestPatient another = clinic.aPatient();
            another.api().get(Desk.path(appointment)).expectProblem(404, "not-found");
            another.api().get(Desk.path(appointment) + "/history").expectProblem(404, "not-found");
            Desk.act(another.api(), appointment, "cancel").expectProblem(404, "not-found");
            assertThat(status(appointment)).isEqualTo("scheduled");
        }

        @ParameterizedTest
        @ValueSource(strings = {"check-in", "complete", "no-show", "cancel"})
        void didNotReadItLastChangesNothing(String action) {
            Answer appointment = begun();
            provider.api()
                    .wrongOnPurpose()
                    .post(Desk.path(appointment) + "/" + action)
                    .expectProblem(428, "precondition-required");
            Desk.patch(patient.api(), appointment, Json.object("reason", "newer"))
                    .expect(200);
            Desk.act(provider.api(), appointment, action).expectProblem(412, "stale");
            assertThat(status(appointment)).isEqualTo("scheduled");
        }
    }

    @Nested
    class Cancelling {

        @Test
        void isForThePatientUntilADayBefore() {
            Answer late = inHours(23);
            Answer refused = Desk.act(patient.api(), late, "cancel").expectProblem(422, "cancellation-too-late");
            assertThat(refused.at("/rule")).isEqualTo("R-BOOK-8");
            assertThat(status(late)).isEqualTo("scheduled");
            Desk.act(patient.api(), inHours(26), "cancel").expect(200);
        }

        /** R-BOOK-7a: whatever the notice. */
        @Test
        void undoesABookingThatThePatientHasOnlyJustMade() {
            TestProvider soon = clinic.aProviderAtNoon().workingDaily("00:00", "24:00");
            Answer own = Desk.book(patient, soon, Desk.hoursFromNow(3)).expect(201);
            assertThat(own.at("/undoUntil")).isGreaterThan(own.at("/createdAt"));
            Desk.act(patient.api(), own, "cancel").expect(200);
        }

        @Test
        void isForStaffAtAnyTime() {
            Desk.act(provider.api(), inHours(1), "cancel").expect(200);
            Desk.act(clinic.admin(), begun(), "cancel").expect(200);
        }

        @Test
        void freesTheTimeOfBoth() {
            Answer cancelled = Desk.act(patient.api(), inHours(48), "cancel").expect(200);
            assertThat(cancelled.at("/status")).isEqualTo("cancelled");
            inHours(48);
        }
    }

    @Nested
    class TheHistory {

        @Test
        void tellsEveryChangeByRoleInOrder() {
            Answer appointment = begun();
            Answer amended = Desk.patch(patient.api(), appointment, Json.object("reason", "a cough"));
            Answer here = Desk.act(provider.api(), amended, "check-in").expect(200);
            Desk.act(provider.api(), here, "complete", Json.object("reason", "all well"))
                    .expect(200);
            JsonNode changes = patient.api()
                    .get(Desk.path(appointment) + "/history")
                    .expect(200)
                    .json()
                    .at("/items");
            assertThat(changes.findValuesAsText("change"))
                    .containsExactly("booked", "amended", "checked_in", "completed");
            assertThat(changes.findValuesAsText("by")).containsExactly("admin", "patient", "provider", "provider");
            assertThat(changes.at("/0/from").isNull()).isTrue();
            assertThat(changes.at("/3/from/status").asText()).isEqualTo("checked_in");
            assertThat(changes.at("/3/to/status").asText()).isEqualTo("completed");
            assertThat(changes.at("/3/reason").asText()).isEqualTo("all well");
        }

        @Test
        void comesInPages() {
            Answer appointment = begun();
            Desk.act(provider.api(), appointment, "complete").expect(200);
            String path = Desk.path(appointment) + "/history?limit=1";
            Answer first = patient.api().get(path).expect(200);
            Answer second =
                    patient.api().get(path + "&cursor=" + first.at("/next")).expect(200);
            assertThat(List.of(first.at("/items/0/change"), second.at("/items/0/change")))
                    .containsExactly("booked", "completed");
            assertThat(second.json().at("/next").isNull()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "7",
                "{\"raeson\":\"x\"}",
                "{\"reason\":7}",
                "{\"reason\":\"\"}",
                "{\"reason\":\"\\u0000\"}"
            })
    void aReasonThatIsNoneIsRefused(String body) {
        Answer appointment = begun();
        provider.api()
                .wrongOnPurpose()
                .ifMatch(appointment.etag())
                .post(Desk.path(appointment) + "/complete", body)
                .expectProblem(400, "validation");
        assertThat(status(appointment)).isEqualTo("scheduled");
    }
}
