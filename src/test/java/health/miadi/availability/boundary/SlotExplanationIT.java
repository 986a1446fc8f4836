package health.miadi.availability.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.testing.Answer;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.TestPatient;
import health.miadi.testing.TestProvider;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** R-BOOK-12: staff ask why a time is not offered, and never learn whose appointment is in the way. */
class SlotExplanationIT {

    private final Clinic clinic = Clinic.ofTheSuite();
    private final TestProvider provider = clinic.aProvider().workingMondays("09:00", "12:00");
    private final TestPatient patient = clinic.aPatient();
    private final Instant nine = provider.mondayAt("09:00");

    @Test
    void anOfferedTimeHasNothingInItsWay() {
        Answer explained = explain(nine, "");

        assertThat(explained.at("/offered")).isEqualTo("true");
        assertThat(kinds(explained)).isEmpty();
        assertThat(explained.at("/end"))
                .isEqualTo(nine.plus(Duration.ofMinutes(30)).toString());
        assertThat(explained.at("/timeZone")).isEqualTo("UTC");
        assertThat(explained.at("/windows/0/start")).isEqualTo(nine.toString());
        assertThat(explained.at("/windows/0/end"))
                .isEqualTo(provider.mondayAt("12:00").toString());
    }

    @Test
    void everythingInTheWayIsNamedWithItsTime() {
        Instant ten = provider.mondayAt("10:00");
        patient.api().post("/appointments", wish(ten)).expect(201);
        patient.api().post("/holds", wish(provider.mondayAt("10:30"))).expect(201);
        provider.api()
                .post(
                        "/providers/" + provider.id() + "/exceptions",
                        Json.object(
                                "kind",
                                "absent",
                                "startDate",
                                provider.monday(),
                                "endDate",
                                provider.monday(),
                                "startTime",
                                "11:00",
                                "endTime",
                                "11:15"))
                .expect(201);

        Answer explained = explain(provider.mondayAt("10:05"), "&durationMinutes=60");

        assertThat(explained.at("/offered")).isEqualTo("false");
        assertThat(kinds(explained)).containsExactly("absence", "off_grid", "appointment", "hold");
        assertThat(explained.at("/obstacles/2/start")).isEqualTo(ten.toString());
        assertThat(explained.at("/obstacles/2/end"))
                .isEqualTo(provider.mondayAt("10:30").toString());
        assertThat(explained.at("/obstacles/0/end"))
                .isEqualTo(provider.mondayAt("11:15").toString());
        assertThat(explained.text()).doesNotContain(patient.id().toString());
    }

    @Test
    void timesOutsideOfHoursNoticeHorizonAndLimitAreNamed() {
        assertThat(kinds(explain(provider.mondayAt("11:45"), ""))).containsExactly("outside_hours");
        assertThat(kinds(explain(nine.minus(Duration.ofDays(21)), ""))).contains("notice");
        assertThat(kinds(explain(nine.plus(Duration.ofDays(350)), ""))).containsExactly("horizon");
        String type = clinic.admin()
                .post(
                        "/appointment-types",
                        Json.object("name", "Type " + Clinic.unique(), "durationMinutes", 30, "maxPerDay", 1))
                .expect(201)
                .at("/id");
        patient.api()
                .post("/appointments", wish(nine).put("appointmentTypeId", type))
                .expect(201);

        Answer full = explain(provider.mondayAt("10:00"), "&appointmentTypeId=" + type);
        assertThat(kinds(full)).containsExactly("daily_limit");
        assertThat(full.at("/bookedThatDay")).isEqualTo("1");
    }

    @Test
    void whatIsWrongIsNamed() {
        String path = "/slots/explain?start=" + nine + "&providerId=";
        patient.api().get(path + provider.id()).expectProblem(403, "forbidden");
        clinic.anonymous().get(path + provider.id()).expectProblem(401, "unauthenticated");
        clinic.admin().get(path + UUID.randomUUID()).expectProblem(404, "not-found");
        clinic.admin()
                .get(path + provider.id() + "&appointmentTypeId=" + UUID.randomUUID())
                .expectProblem(404, "not-found");
        clinic.admin().get(path + provider.id() + "&durationMinutes=7").expectProblem(400, "validation");
        clinic.admin().wrongOnPurpose().get("/slots/explain").expectProblem(400, "validation");
        clinic.admin()
                .get("/slots/explain?start=0001-01-01T00:00:00Z&providerId=" + provider.id())
                .expectProblem(400, "validation");
        clinic.database().update("UPDATE providers SET active = false WHERE id = ?", provider.id());
        provider.api().get(path + provider.id()).expectProblem(422, "provider-inactive");
    }

    private Answer explain(Instant start, String more) {
        return provider.api()
                .get("/slots/explain?providerId=" + provider.id() + "&start=" + start + more)
                .expect(200);
    }

    private com.fasterxml.jackson.databind.node.ObjectNode wish(Instant start) {
        return Json.object("providerId", provider.id(), "start", start);
    }

    private static java.util.List<String> kinds(Answer explained) {
        return explained.json().at("/obstacles").findValuesAsText("kind");
    }
}
