package health.miadi.availability.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.miadi.testing.Answer;
import health.miadi.testing.Api;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.TestProvider;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AppointmentTypesResourceIT {

    private final Clinic clinic = Clinic.ofTheSuite();
    private final Api admin = clinic.admin();
    private final String name = "Consultation " + Clinic.unique();

    private ObjectNode complete() {
        return Json.object(
                "name", name,
                "durationMinutes", 45,
                "slotIntervalMinutes", 20,
                "bufferBeforeMinutes", 5,
                "bufferAfterMinutes", 10,
                "minNoticeMinutes", 120,
                "maxHorizonDays", 60,
                "maxPerDay", 8,
                "patientsMayBook", false);
    }

    @Nested
    class Adding {

        @Test
        void keepsEveryValue() {
            Answer created = admin.post("/appointment-types", complete()).expect(201);
            JsonNode read = admin.get("/appointment-types/" + created.at("/id"))
                    .expect(200)
                    .json();
            complete().properties().forEach(member -> assertThat(read.get(member.getKey()))
                    .as(member.getKey())
                    .isEqualTo(member.getValue()));
            assertThat(created.header("Location").orElse(""))
                    .endsWith("/api/v1/appointment-types/" + created.at("/id"));
        }

        @Test
        void takesTheUsualForWhatNobodySays() {
            Answer created = admin.post("/appointment-types", Json.object("name", name, "durationMinutes", 30))
                    .expect(201);
            assertThat(created.json().get("slotIntervalMinutes").asInt()).isEqualTo(15);
            assertThat(created.json().get("patientsMayBook").asBoolean()).isTrue();
            assertThat(created.json().get("minNoticeMinutes").isNull()).isTrue();
            assertThat(created.json().get("maxPerDay").isNull()).isTrue();
        }

        @Test
        void refusesATakenNameWhateverItsCase() {
            admin.post("/appointment-types", complete()).expect(201);
            ObjectNode shouting = complete().put("name", name.toUpperCase(Locale.ROOT));
            Answer refused = admin.post("/appointment-types", shouting).expectProblem(409, "duplicate");
            assertThat(refused.at("/errors/0/pointer")).isEqualTo("/name");
        }

        @Test
        void isForAdminsAlone() {
            clinic.aProvider().api().post("/appointment-types", complete()).expectProblem(403, "forbidden");
            clinic.aPatient().api().post("/appointment-types", complete()).expectProblem(403, "forbidden");
            clinic.anonymous().post("/appointment-types", complete()).expectProblem(401, "unauthenticated");
            assertThat(clinic.database().number("SELECT count(*) FROM appointment_types WHERE name = ?", name))
                    .isZero();
        }

        @ParameterizedTest(name = "{0} = {1}")
        @CsvSource({
            "durationMinutes, 4",
            "durationMinutes, 481",
            "slotIntervalMinutes, 0",
            "slotIntervalMinutes, 241",
            "bufferBeforeMinutes, -1",
            "bufferBeforeMinutes, 1441",
            "bufferAfterMinutes, 1441",
            "minNoticeMinutes, 43201",
            "maxHorizonDays, 0",
            "maxPerDay, 0",
            "maxPerDay, 501"
        })
        void refusesWhatIsOutOfBounds(String member, int value) {
            Answer refused = admin.wrongOnPurpose()
                    .post("/appointment-types", complete().put(member, value))
                    .expectProblem(400, "validation");
            assertThat(refused.at("/errors/0/pointer")).isEqualTo("/" + member);
        }

        @Test
        void createsOnceForOneKey() {
            Api keyed = admin.with("Idempotency-Key", Clinic.unique());
            Answer first = keyed.post("/appointment-types", complete()).expect(201);
            assertThat(keyed.post("/appointment-types", complete()).expect(201).at("/id"))
                    .isEqualTo(first.at("/id"));
        }
    }

    @Nested
    class Changing {

        @Test
        void takesTheVersionThatWasRead() {
            Answer created = admin.post("/appointment-types", complete()).expect(201);
            String path = "/appointment-types/" + created.at("/id");
            admin.wrongOnPurpose().put(path, complete()).expectProblem(428, "precondition-required");
            ObjectNode longer = complete().put("durationMinutes", 60);
            Answer changed = admin.ifMatch(created.etag()).put(path, longer).expect(200);
            assertThat(changed.at("/durationMinutes")).isEqualTo("60");
            admin.ifMatch(created.etag()).put(path, complete()).expectProblem(412, "stale");
            admin.ifMatch(changed.etag()).delete(path).expect(204);
            admin.get(path).expectProblem(404, "not-found");
        }

        @Test
        void keepsATypeThatAppointmentsHave() {
            Answer created = admin.post("/appointment-types", complete()).expect(201);
            TestProvider provider = clinic.aProvider().workingMondays("09:00", "17:00");
            admin.post(
                            "/appointments",
                            Json.object(
                                    "providerId", provider.id(),
                                    "patientId", clinic.aPatient().id(),
                                    "appointmentTypeId", created.at("/id"),
                                    "start", provider.mondayAt("09:20")))
                    .expect(201);
            admin.ifMatch(created.etag())
                    .delete("/appointment-types/" + created.at("/id"))
                    .expectProblem(409, "in-use");
        }

        @Test
        void isNotForAPatient() {
            Answer created = admin.post("/appointment-types", complete()).expect(201);
            String path = "/appointment-types/" + created.at("/id");
            Api patient = clinic.aPatient().api();
            patient.get(path).expect(200);
            patient.ifMatch(created.etag()).put(path, complete()).expectProblem(403, "forbidden");
            patient.ifMatch(created.etag()).delete(path).expectProblem(403, "forbidden");
        }
    }

    @Test
    void pagesByNameComeOneAfterTheOther() {
        String first = admin.post("/appointment-types", complete()).expect(201).at("/id");
        String second = admin.post("/appointment-types", complete().put("name", name + " 2"))
                .expect(201)
                .at("/id");
        String path = "/appointment-types?limit=1";
        Answer page = admin.get(path).expect(200);
        boolean seen = false;
        while (!page.at("/items/0/id").equals(second)) {
            seen |= page.at("/items/0/id").equals(first);
            page = admin.get(path + "&cursor=" + page.at("/next")).expect(200);
        }
        assertThat(seen).isTrue();
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        admin.get("/appointment-types/" + UUID.randomUUID()).expectProblem(404, "not-found");
    }
}
