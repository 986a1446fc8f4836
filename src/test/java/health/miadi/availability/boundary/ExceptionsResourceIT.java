package health.miadi.availability.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.miadi.testing.Answer;
import health.miadi.testing.Api;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.TestPatient;
import health.miadi.testing.TestProvider;
import java.util.ArrayList;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExceptionsResourceIT {

    private final Clinic clinic = Clinic.ofTheSuite();
    private final TestProvider provider = clinic.aProviderIn("Asia/Kathmandu");
    private final String path = "/providers/" + provider.id() + "/exceptions";

    @ParameterizedTest(name = "R-TIME-3: through {0} {1} to {2} {3} is refused at {4}")
    @CsvSource(
            nullValues = "-",
            value = {
                "2030-07-01, -,     2030-07-02, 10:00, /startTime",
                "2030-07-01, 09:00, 2030-07-02, -,     /endTime",
                "2030-07-01, 09:00, 2030-07-01, 09:00, /endTime",
                "2030-07-01, 09:00, 2030-07-01, 08:00, /endTime",
                "2030-07-01, 09:00, 2030-07-02, 00:00, /endTime",
                "2030-07-02, 09:00, 2030-07-01, 10:00, /endDate",
            })
    void whatRunsThroughEndsAfterItBegins(
            String first, @Nullable String from, String last, @Nullable String to, String pointer) {
        ObjectNode wrong = exception("absent", first, last)
                .put("extent", "through")
                .put("startTime", from)
                .put("endTime", to);
        Answer refused = provider.api().wrongOnPurpose().post(path, wrong).expectProblem(400, "validation");
        assertThat(refused.json().get("errors").findValuesAsText("pointer")).containsExactly(pointer);
        provider.api()
                .wrongOnPurpose()
                .post(path, exception("absent", first, last).put("extent", "now and then"))
                .expectProblem(400, "validation");
        assertThat(stored()).isZero();
    }

    @Test
    void whatRunsThroughIsKeptWithItsEnds() {
        ObjectNode away = exception("absent", "2030-07-05", "2030-07-09")
                .put("extent", "through")
                .put("startTime", "14:30")
                .put("endTime", "14:30");
        Answer created = provider.api().post(path, away).expect(201);
        Answer read = provider.api().get("/exceptions/" + created.at("/id")).expect(200);
        away.fields().forEachRemaining(member -> assertThat(read.json().get(member.getKey()))
                .isEqualTo(member.getValue()));
        provider.api()
                .ifMatch(read.etag())
                .put("/exceptions/" + created.at("/id"), away.put("endTime", "24:00"))
                .expect(200);
        assertThat(provider.api().get(path).at("/items/0/endTime")).isEqualTo("24:00");
    }

    private static ObjectNode exception(String kind, String first, String last) {
        return Json.object("kind", kind, "startDate", first, "endDate", last);
    }

    private long stored() {
        return clinic.database()
                .number("SELECT count(*) FROM availability_exceptions WHERE provider_id = ?", provider.id());
    }

    @Test
    void anAbsenceOfWholeDaysIsKeptWithItsReason() {
        ObjectNode holiday = exception("absent", "2030-07-01", "2030-07-14").put("reason", "Robert'); DROP TABLE <b>");
        Answer created = provider.api().post(path, holiday).expect(201);
        assertThat(created.json().get("stranded")).isEmpty();
        Answer read = provider.api().get("/exceptions/" + created.at("/id")).expect(200);
        assertThat(read.at("/reason")).isEqualTo("Robert'); DROP TABLE <b>");
        assertThat(read.at("/kind")).isEqualTo("absent");
        assertThat(read.json().get("startTime").isNull()).isTrue();
    }

    @Test
    void whyAProviderIsAbsentIsNotForPatientsAndColleagues() {
        ObjectNode absence = exception("absent", "2030-08-01", "2030-08-02").put("reason", "Operation on my knee");
        String one =
                "/exceptions/" + provider.api().post(path, absence).expect(201).at("/id");
        for (Api other : new Api[] {clinic.aPatient().api(), clinic.aProvider().api()}) {
            assertThat(other.get(one).expect(200).json().get("reason").isNull()).isTrue();
            assertThat(other.get(path).expect(200).text()).doesNotContain("knee");
        }
        assertThat(clinic.admin().get(one).expect(200).at("/reason")).isEqualTo("Operation on my knee");
        assertThat(provider.api().get(path).expect(200).text()).contains("knee");
    }

    @Test
    void extraHoursHaveTimesThatMayRunToTheEndOfTheDay() {
        ObjectNode extra = exception("extra", "2030-07-01", "2030-07-01")
                .put("startTime", "18:00")
                .put("endTime", "24:00");
        Answer created = provider.api().post(path, extra).expect(201);
        assertThat(created.at("/startTime")).isEqualTo("18:00");
        assertThat(created.at("/endTime")).isEqualTo("24:00");
        assertThat(created.json().get("stranded")).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1}–{2} {3}–{4} is refused at {5}")
    @CsvSource(
            nullValues = "-",
            value = {
                "extra,  2030-07-01, 2030-07-01, -,     -,     /startTime",
                "absent, 2030-07-01, 2030-07-01, 09:00, -,     /endTime",
                "absent, 2030-07-01, 2030-07-01, -,     09:00, /startTime",
                "absent, 2030-07-01, 2030-07-01, 09:00, 09:00, /endTime",
                "absent, 2030-07-02, 2030-07-01, -,     -,     /endDate",
                "absent, 2020-07-01, 2020-07-02, -,     -,     /endDate",
                "absent, 2030-02-30, 2030-03-01, -,     -,     /startDate",
                "away,   2030-07-01, 2030-07-01, -,     -,     /kind"
            })
    void whatMakesNoSenseIsRefused(
            String kind, String first, String last, @Nullable String from, @Nullable String to, String pointer) {
        ObjectNode wrong = exception(kind, first, last).put("startTime", from).put("endTime", to);
        Answer refused = provider.api().wrongOnPurpose().post(path, wrong).expectProblem(400, "validation");
        assertThat(refused.at("/errors/0/pointer")).isEqualTo(pointer);
        assertThat(stored()).isZero();
    }

    @Test
    @DisplayName("R-AVAIL-4: an absence laid over appointments is accepted, and its answer lists them")
    void anAbsenceNamesTheAppointmentsThatItStrands() {
        provider.workingMondays("09:00", "17:00");
        TestPatient patient = clinic.aPatient();
        String before = book(patient, "09:00");
        String within = book(patient, "10:00");
        String cancelled = book(patient, "11:00");
        clinic.database().update("UPDATE appointments SET status = 'cancelled' WHERE id = CAST(? AS uuid)", cancelled);
        String day = provider.monday().toString();
        ObjectNode errand =
                exception("absent", day, day).put("startTime", "09:30").put("endTime", "14:00");
        Answer created = provider.api().post(path, errand).expect(201);
        assertThat(created.json().get("stranded")).hasSize(1);
        assertThat(created.json().at("/stranded/0"))
                .isEqualTo(
                        patient.api().get("/appointments/" + within).expect(200).json());
        Answer longer = provider.api()
                .ifMatch(created.etag())
                .put("/exceptions/" + created.at("/id"), exception("absent", day, day))
                .expect(200);
        assertThat(longer.json().at("/stranded").findValuesAsText("id")).containsExactly(before, within);
        ObjectNode extra =
                exception("extra", day, day).put("startTime", "09:30").put("endTime", "14:00");
        assertThat(provider.api().post(path, extra).expect(201).json().get("stranded"))
                .isEmpty();
    }

    private String book(TestPatient patient, String time) {
        return patient.api()
                .post("/appointments", Json.object("providerId", provider.id(), "start", provider.mondayAt(time)))
                .expect(201)
                .at("/id");
    }

    @Test
    void planningIsForThatProviderAndAdmins() {
        ObjectNode holiday = exception("absent", "2030-07-01", "2030-07-14");
        clinic.aProvider().api().post(path, holiday).expectProblem(403, "forbidden");
        clinic.aPatient().api().post(path, holiday).expectProblem(403, "forbidden");
        clinic.anonymous().post(path, holiday).expectProblem(401, "unauthenticated");
        assertThat(stored()).isZero();
        Answer created = clinic.admin().post(path, holiday).expect(201);
        Api other = clinic.aProvider().api().ifMatch(created.etag());
        String one = "/exceptions/" + created.at("/id");
        other.get(one).expect(200);
        other.put(one, holiday).expectProblem(403, "forbidden");
        other.delete(one).expectProblem(403, "forbidden");
        clinic.admin()
                .post("/providers/" + UUID.randomUUID() + "/exceptions", holiday)
                .expectProblem(404, "not-found");
    }

    @Test
    void aChangeTakesTheVersionThatWasRead() {
        Answer created = provider.api()
                .post(path, exception("absent", "2030-07-01", "2030-07-14"))
                .expect(201);
        String one = "/exceptions/" + created.at("/id");
        ObjectNode shorter = exception("absent", "2030-07-01", "2030-07-07");
        provider.api().wrongOnPurpose().put(one, shorter).expectProblem(428, "precondition-required");
        Answer changed =
                provider.api().ifMatch(created.etag()).put(one, shorter).expect(200);
        assertThat(changed.at("/endDate")).isEqualTo("2030-07-07");
        provider.api().ifMatch(created.etag()).delete(one).expectProblem(412, "stale");
        provider.api().ifMatch(changed.etag()).delete(one).expect(204);
        provider.api().get(one).expectProblem(404, "not-found");
    }

    @Test
    void theListGoesByLastDayPageByPage() {
        for (String day : new String[] {"2030-07-03", "2030-07-01", "2030-07-02"}) {
            provider.api().post(path, exception("absent", day, day)).expect(201);
        }
        var seen = new ArrayList<String>();
        Answer page = provider.api().get(path + "?limit=2").expect(200);
        page.json().get("items").forEach(item -> seen.add(item.get("endDate").asText()));
        page = provider.api().get(path + "?limit=2&cursor=" + page.at("/next")).expect(200);
        page.json().get("items").forEach(item -> seen.add(item.get("endDate").asText()));
        assertThat(seen).containsExactly("2030-07-01", "2030-07-02", "2030-07-03");
    }
}
