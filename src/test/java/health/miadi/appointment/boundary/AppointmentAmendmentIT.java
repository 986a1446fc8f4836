package health.miadi.appointment.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.testing.Answer;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.TestPatient;
import health.miadi.testing.TestProvider;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be changed of an appointment besides its time, by JSON merge patch (RFC 7396; R-BOOK-11, R-INS-1). */
class AppointmentAmendmentIT {

    private final Clinic clinic = Clinic.ofTheSuite();
    private final Desk desk = new Desk(clinic);
    private final TestProvider provider = clinic.aProvider();
    private final TestPatient patient = clinic.aPatient();
    private final Answer booked = desk.booked(patient, provider, Desk.hoursFromNow(48));
    private final LocalDate day = LocalDate.ofInstant(Desk.hoursFromNow(48), ZoneOffset.UTC);

    private Answer patched(Object... members) {
        return Desk.patch(patient.api(), booked, Json.object(members));
    }

    private void assertUnchanged() {
        assertThat(clinic.admin().get(Desk.path(booked)).expect(200).json()).isEqualTo(booked.json());
    }

    @Test
    void aMemberThatIsNamedChangesAndTheOthersStay() {
        UUID cover = desk.aCover(patient, day);
        Answer first = patched("reason", "a cough", "insuranceId", cover).expect(200);
        assertThat(first.at("/reason")).isEqualTo("a cough");
        assertThat(first.at("/insuranceId")).isEqualTo(cover.toString());
        assertThat(first.etag()).isNotEqualTo(booked.etag());
        Answer second =
                Desk.patch(provider.api(), first, Json.object("reason", null)).expect(200);
        assertThat(second.json().at("/reason").isNull()).isTrue();
        assertThat(second.at("/insuranceId")).isEqualTo(cover.toString());
        Answer third = Desk.patch(clinic.admin(), second, Json.object("insuranceId", null))
                .expect(200);
        assertThat(third.json().at("/insuranceId").isNull()).isTrue();
        assertThat(third.at("/start")).isEqualTo(booked.at("/start"));
    }

    @Test
    void plainJsonIsTakenForAMergePatchToo() {
        patient.api()
                .ifMatch(booked.etag())
                .send("PATCH", Desk.path(booked), Json.object("reason", "a cough"))
                .expect(200);
    }

    @Test
    void aCoverIsThePatientsAndValidOnTheDay() {
        for (UUID cover : new UUID[] {
            desk.aCover(patient, day.minusDays(1)), desk.aCover(clinic.aPatient(), day), UUID.randomUUID()
        }) {
            Answer refused = patched("insuranceId", cover).expectProblem(400, "validation");
            assertThat(refused.at("/errors/0/pointer")).isEqualTo("/insuranceId");
        }
        assertUnchanged();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /reason      | {"reason": ""}
            /reason      | {"reason": "  "}
            /reason      | {"reason": 7}
            /reason      | {"reason": "a\\u0000b"}
            /insuranceId | {"insuranceId": "mine"}
            /insuranceId | {"insuranceId": 7}
            /start       | {"start": "2030-01-07T10:00:00Z"}
            /status      | {"status": "completed"}
            /patientId   | {"patientId": "01890a5d-ac96-774b-bcce-b302099a8057"}
            """)
    void aWrongMemberIsNamed(String pointer, String patch) {
        Answer refused =
                Desk.patch(patient.api().wrongOnPurpose(), booked, patch).expectProblem(400, "validation");
        assertThat(refused.at("/errors/0/pointer")).isEqualTo(pointer);
        assertUnchanged();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "\"reason\"", "[{\"op\":\"remove\",\"path\":\"/reason\"}]"})
    void whatIsNoMergePatchIsRefused(String patch) {
        Desk.patch(patient.api().wrongOnPurpose(), booked, patch).expectProblem(400, "validation");
        assertUnchanged();
    }

    @Test
    void aReasonHasFiveHundredCharactersAtMost() {
        patient.api()
                .wrongOnPurpose()
                .ifMatch(booked.etag())
                .patch(Desk.path(booked), Json.object("reason", "x".repeat(501)))
                .expectProblem(400, "validation");
        patched("reason", "x".repeat(500)).expect(200);
    }

    @Test
    void itNeedsTheVersionThatItChanges() {
        patient.api()
                .wrongOnPurpose()
                .patch(Desk.path(booked), Json.object("reason", "a"))
                .expectProblem(428, "precondition-required");
        patched("reason", "a").expect(200);
        patched("reason", "b").expectProblem(412, "stale");
    }

    @Test
    void whatHasEndedIsNotChanged() {
        Answer ended = Desk.act(patient.api(), booked, "cancel").expect(200);
        Desk.patch(clinic.admin(), ended, Json.object("reason", "late")).expectProblem(409, "illegal-transition");
    }

    @Test
    void somebodyElsesIsNotFound() {
        Desk.patch(clinic.aPatient().api(), booked, Json.object("reason", "a")).expectProblem(404, "not-found");
        Desk.patch(clinic.aProvider().api(), booked, Json.object("reason", "a")).expectProblem(404, "not-found");
        assertUnchanged();
    }
}
