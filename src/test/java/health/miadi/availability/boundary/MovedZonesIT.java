package health.miadi.availability.boundary;

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
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("R-TIME-2: zones that change")
class MovedZonesIT {
    private final Clinic clinic = Clinic.ofTheSuite();
    private final TestProvider provider = clinic.aProviderIn("America/New_York").workingMondays("09:00", "11:00");
    private final TestPatient patient = clinic.aPatient();
    private final ObjectNode nine = Json.object("providerId", provider.id(), "start", provider.mondayAt("09:00"));

    private String slots(String filter) {
        Instant from = provider.mondayAt("00:00").minus(Duration.ofHours(12));
        return "/slots?from=" + from + "&to=" + from.plus(Duration.ofHours(48)) + filter;
    }

    private List<String> starts(String filter) {
        return patient.api().get(slots(filter)).expect(200).json().at("/items").findValuesAsText("start");
    }

    @Test
    @DisplayName("R-TIME-1: booked appointments stay at their instants when the zone changes; working hours move")
    void appointmentsStayAndWorkingHoursMove() {
        Answer booked = patient.api().post("/appointments", nine).expect(201);
        Answer read = clinic.admin().get("/providers/" + provider.id()).expect(200);
        ObjectNode moved = Json.object(
                "firstName",
                read.at("/firstName"),
                "lastName",
                read.at("/lastName"),
                "cadre",
                "doctor",
                "timeZone",
                "America/Chicago");
        clinic.admin()
                .ifMatch(read.etag())
                .put("/providers/" + provider.id(), moved)
                .expect(200);
        Answer after = patient.api().get("/appointments/" + booked.at("/id")).expect(200);
        assertThat(after.at("/start")).isEqualTo(booked.at("/start"));
        assertThat(after.at("/end")).isEqualTo(booked.at("/end"));
        assertThat(after.at("/timeZone")).as("R-TIME-6").isEqualTo("America/Chicago");
        assertThat(provider.api().get("/appointments").at("/items/0/timeZone")).isEqualTo("America/Chicago");
        Answer again = patient.api()
                .with("If-None-Match", after.etag())
                .get("/appointments/" + booked.at("/id"))
                .expect(200);
        assertThat(again.at("/timeZone")).isEqualTo("America/Chicago");
        assertThat(starts("&providerId=" + provider.id()))
                .contains(provider.mondayAt("10:00").toString())
                .contains(provider.mondayAt("11:30").toString())
                .doesNotContain(provider.mondayAt("09:30").toString());
    }

    @Nested
    @DisplayName("a provider whose zone the time zone database has removed")
    class Removed {
        private final String specialization =
                clinic.admin().get("/providers/" + provider.id()).expect(200).at("/specialization");

        Removed() {
            clinic.database()
                    .update("UPDATE providers SET time_zone = 'Mars/Olympus_Mons' WHERE id = ?", provider.id());
        }

        @Test
        void isOfferedByNobodyAndBreaksNoSearch() {
            String type = clinic.admin()
                    .post(
                            "/appointment-types",
                            Json.object("name", "Type " + Clinic.unique(), "durationMinutes", 30, "maxPerDay", 3))
                    .expect(201)
                    .at("/id");
            for (String filter : List.of("&providerId=" + provider.id(), "&specialization=" + specialization)) {
                assertThat(starts(filter)).isEmpty();
                assertThat(starts(filter + "&appointmentTypeId=" + type)).isEmpty();
            }
        }

        @Test
        void takesNoAppointmentsNotEvenByStaff() {
            patient.api().post("/appointments", nine).expectProblem(422, "provider-inactive");
            ObjectNode anyway = nine.deepCopy().put("patientId", patient.id().toString());
            anyway.set("override", Json.object("reason", "an emergency"));
            clinic.admin().post("/appointments", anyway).expectProblem(422, "provider-inactive");
        }

        @Test
        void isShownAndGivenAnotherZone() {
            Answer shown = clinic.admin().get("/providers/" + provider.id()).expect(200);
            assertThat(shown.at("/timeZone")).isEqualTo("Mars/Olympus_Mons");
            clinic.admin().get("/providers?specialization=" + specialization).expect(200);
            ObjectNode mended = Json.object(
                    "firstName", "Pro", "lastName", "Vider", "cadre", "doctor", "timeZone", "Europe/Dublin");
            clinic.admin()
                    .ifMatch(shown.etag())
                    .put("/providers/" + provider.id(), mended)
                    .expect(200);
            assertThat(starts("&providerId=" + provider.id())).isNotEmpty();
        }

        @Test
        void isNotPlannedUntilThen() {
            String path = "/providers/" + provider.id();
            ObjectNode rule = Json.object("dayOfWeek", "friday", "startTime", "09:00", "endTime", "10:00");
            ObjectNode absence = Json.object("kind", "absent", "startDate", "2040-01-01", "endDate", "2040-01-02");
            clinic.admin().post(path + "/availability", rule).expectProblem(422, "provider-inactive");
            clinic.admin().post(path + "/exceptions", absence).expectProblem(422, "provider-inactive");
        }
    }
}
