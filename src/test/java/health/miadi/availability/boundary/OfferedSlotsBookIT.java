package health.miadi.availability.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.testing.Answer;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.TestPatient;
import health.miadi.testing.TestProvider;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("R-AVAIL-6: searching and booking say the same")
class OfferedSlotsBookIT {

    private final Clinic clinic = Clinic.ofTheSuite();
    private final TestProvider provider = clinic.aProviderIn("America/New_York").workingMondays("09:00", "11:00");
    private final TestPatient patient = clinic.aPatient();
    private final String slots = "/slots?providerId=" + provider.id() + "&from=" + provider.mondayAt("00:00") + "&to="
            + provider.mondayAt("00:00").plus(Duration.ofDays(1));

    @Test
    @DisplayName("every slot that is offered books, and is no longer offered then")
    void everyOfferedSlotBooks() {
        String type = clinic.admin()
                .post(
                        "/appointment-types",
                        Json.object(
                                "name", "Type " + Clinic.unique(),
                                "durationMinutes", 30,
                                "slotIntervalMinutes", 10,
                                "bufferBeforeMinutes", 5,
                                "bufferAfterMinutes", 10))
                .expect(201)
                .at("/id");
        String query = slots + "&appointmentTypeId=" + type;
        List<String> offered = starts(patient.api().get(query).expect(200));
        assertThat(offered).hasSize(8);
        while (!offered.isEmpty()) {
            String start = offered.get(offered.size() / 2);
            var booking = Json.object("providerId", provider.id(), "appointmentTypeId", type, "start", start);
            clinic.aPatient().api().post("/appointments", booking).expect(201);
            clinic.aPatient().api().post("/appointments", booking).expectProblem(409, "slot-taken");
            List<String> left = starts(patient.api().get(query).expect(200));
            assertThat(offered).containsAll(left);
            assertThat(left).doesNotContain(start);
            offered = left;
        }
    }

    @Test
    @DisplayName("a start that is not offered does not book")
    void whatIsNotOfferedDoesNotBook() {
        List<String> offered = starts(patient.api().get(slots).expect(200));
        for (int minute = 0; minute < 24 * 60; minute += 65) {
            Instant start = provider.mondayAt("00:00").plus(Duration.ofMinutes(minute));
            if (!offered.contains(start.toString())) {
                patient.api()
                        .post("/appointments", Json.object("providerId", provider.id(), "start", start))
                        .expectProblem(422, "slot-not-offered");
            }
        }
        assertThat(starts(patient.api().get(slots).expect(200))).isEqualTo(offered);
    }

    private static List<String> starts(Answer answer) {
        return answer.json().get("items").findValuesAsText("start");
    }
}
