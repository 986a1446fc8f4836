package health.miadi.appointment.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.miadi.testing.Answer;
import health.miadi.testing.Clinic;
import health.miadi.testing.TestPatient;
import health.miadi.testing.TestProvider;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bookings with values that cannot be: refused with a pointer, and no row is left behind. */
class AppointmentBadInputIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Clinic clinic = Clinic.ofTheSuite();
    private final Desk desk = new Desk(clinic);
    private final TestProvider provider = clinic.aProvider().workingMondays("00:00", "24:00");
    private final TestPatient patient = clinic.aPatient();
    private final Instant start = provider.mondayAt("10:00");
    private long expected;

    @AfterEach
    void noRowIsLeftBehind() {
        assertThat(desk.countOf(provider)).isEqualTo(expected);
    }

    private Answer refused(ObjectNode wish) {
        return patient.api().wrongOnPurpose().post("/appointments", wish).expectProblem(400, "validation");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /providerId        | null
            /providerId        | ""
            /providerId        | "7"
            /providerId        | 7
            /providerId        | ["a"]
            /patientId         | "me"
            /start             | null
            /start             | ""
            /start             | 1900000000
            /start             | "tomorrow"
            /start             | "2030-01-07"
            /start             | "2030-01-07T10:00:00"
            /start             | "2030-01-07 10:00:00Z"
            /start             | "2030-02-29T10:00:00Z"
            /start             | "2030-01-07T24:00:00Z"
            /start             | "2030-01-07T23:59:60Z"
            /start             | "2030-01-07T10:00:00+25:00"
            /start             | "2030-01-07T10:00:00[UTC]"
            /start             | "10000-01-07T10:00:00Z"
            /start             | "+10000-01-07T10:00:00Z"
            /start             | "9999-12-31T23:59:00Z"
            /start             | "0001-01-01T00:00:00Z"
            /start             | "-0001-01-01T00:00:00Z"
            /start             | "2030-01-07T10:00:30Z"
            /start             | "2030-01-07T10:00:00.001Z"
            /appointmentTypeId | "consultation"
            /durationMinutes   | 0
            /durationMinutes   | -30
            /durationMinutes   | 14
            /durationMinutes   | 121
            /durationMinutes   | 30.5
            /durationMinutes   | 3e1
            /durationMinutes   | "30"
            /durationMinutes   | true
            /durationMinutes   | 99999999999
            /reason            | ""
            /reason            | "   "
            /reason            | 7
            /reason            | "a\\u0000b"
            /reason            | "a\\u001bb"
            /insuranceId       | "mine"
            /override          | "please"
            /override          | []
            /override          | true
            /end               | "2030-01-07T11:00:00Z"
            /status            | "completed"
            """)
    void aWrongMemberIsNamed(String pointer, String value) throws JsonProcessingException {
        ObjectNode wish = Desk.wish(provider, start);
        wish.set(pointer.substring(1), JSON.readTree(value));
        Answer answer = refused(wish);
        assertThat(answer.json().at("/errors").findValuesAsText("pointer"))
                .as("%s", answer)
                .containsOnly(pointer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"providerId", "start"})
    void aMissingMemberIsNamed(String member) {
        ObjectNode wish = Desk.wish(provider, start);
        wish.remove(member);
        assertThat(refused(wish).at("/errors/0/pointer")).isEqualTo("/" + member);
    }

    @Test
    void aReasonHasFiveHundredCharactersAtMost() {
        refused(Desk.wish(provider, start).put("reason", "x".repeat(501)));
        patient.api()
                .post("/appointments", Desk.wish(provider, start).put("reason", "x".repeat(500)))
                .expect(201);
        expected = 1;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Robert'); DROP TABLE appointments;--",
                "<script>alert(1)</script>",
                "${jndi:ldap://x} %n #{1+1} \\u0000",
                "first line\nsecond line\twith a tab",
                "頭痛 🤕 صداع"
            })
    void aStrangeReasonIsKeptAsItIs(String reason) {
        Answer booked = patient.api()
                .post("/appointments", Desk.wish(provider, start).put("reason", reason))
                .expect(201);
        assertThat(booked.at("/reason")).isEqualTo(reason);
        assertThat(patient.api().get(Desk.path(booked)).at("/reason")).isEqualTo(reason);
        expected = 1;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 201})
    void anIdempotencyKeyHasOneToTwoHundredCharacters(int length) {
        Answer answer = patient.api()
                .wrongOnPurpose()
                .with("Idempotency-Key", "k".repeat(length))
                .post("/appointments", Desk.wish(provider, start))
                .expectProblem(400, "validation");
        assertThat(answer.at("/errors/0/pointer")).isEqualTo("Idempotency-Key");
    }
}
