package health.miadi.availability.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.miadi.testing.Answer;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.TestProvider;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("R-AVAIL-4: every change of working time answers what it strands, and one list has it until it is settled")
class StrandedAppointmentsIT {
    private final Clinic clinic = Clinic.ofTheSuite();
    private final TestProvider provider = clinic.aProviderIn("America/New_York").workingDaily("08:00", "16:00");
    private final String exceptions = "/providers/" + provider.id() + "/exceptions";
    private final LocalDate monday = provider.monday();

    @Test
    void changedAndRemovedWeeklyHours() {
        String early = book(monday, "08:30");
        String late = book(monday, "15:30");
        JsonNode rule = mondayRule();
        String path = "/availability/" + rule.get("id").asText();

        Answer shorter = provider.api()
                .ifMatch(provider.api().get(path).etag())
                .put(path, window("08:00", "15:00"))
                .expect(200);
        assertThat(stranded(shorter)).containsExactly(late);
        assertThat(shorter.at("/stranded/0/timeZone")).isEqualTo(provider.zone());
        assertThat(listed()).containsExactly(late);

        Answer removed = provider.api().ifMatch(shorter.etag()).delete(path).expect(200);
        assertThat(stranded(removed)).containsExactly(early);
        assertThat(listed()).containsExactly(early, late);

        provider.workingMondays("08:00", "09:00");
        assertThat(listed()).containsExactly(late);
        Answer visit = clinic.admin().get("/appointments/" + late);
        clinic.admin()
                .ifMatch(visit.etag())
                .post("/appointments/" + late + "/cancel")
                .expect(200);
        assertThat(listed()).isEmpty();
    }

    @Test
    void aPlaceOfAnotherListIsRefusedEvenWhereNothingIsListed() {
        String cursor =
                clinic.admin().get("/patients?limit=1").json().at("/next").asText();
        Answer refused = provider.api()
                .wrongOnPurpose()
                .get("/providers/" + provider.id() + "/stranded?cursor=" + cursor)
                .expectProblem(400, "validation");
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("cursor");
    }

    @Test
    void removedExtraHoursAndARuleUnderWhichNobodyIs() {
        Answer extra = provider.api()
                .post(exceptions, dated("extra", null, monday, monday, "18:00", "20:00"))
                .expect(201);
        String evening = book(monday, "18:30");
        assertThat(listed()).isEmpty();

        Answer removed = provider.api()
                .ifMatch(extra.etag())
                .delete("/exceptions/" + extra.at("/id"))
                .expect(200);

        assertThat(stranded(removed)).containsExactly(evening);
        assertThat(listed()).containsExactly(evening);
        String tuesday = "/availability/" + rule("tuesday").get("id").asText();
        provider.api()
                .ifMatch(provider.api().get(tuesday).etag())
                .delete(tuesday)
                .expect(204);
    }

    @Test
    @DisplayName("F2-13: away from Friday 14:30 through to Tuesday 10:00")
    void anAbsenceThatRunsThrough() {
        LocalDate friday = monday.minusDays(3);
        String before = book(friday, "14:00");
        String from = book(friday, "14:30");
        String between = book(monday, "10:30");
        String last = book(monday.plusDays(1), "09:30");
        String after = book(monday.plusDays(1), "10:00");

        Answer away = provider.api()
                .post(exceptions, dated("absent", "through", friday, monday.plusDays(1), "14:30", "10:00"))
                .expect(201);

        assertThat(stranded(away)).containsExactly(from, between, last);
        assertThat(listed()).containsExactly(from, between, last).doesNotContain(before, after);
        assertThat(away.at("/extent")).isEqualTo("through");
        JsonNode free = clinic.admin()
                .get("/slots?providerId=" + provider.id() + "&from=" + provider.at(friday, "14:30") + "&to="
                        + provider.at(monday.plusDays(1), "10:00"))
                .expect(200)
                .json()
                .get("items");
        assertThat(free).isEmpty();

        Answer eachDay = provider.api()
                .ifMatch(away.etag())
                .put(
                        "/exceptions/" + away.at("/id"),
                        dated("absent", null, friday, monday.plusDays(1), "14:30", "15:00"))
                .expect(200);
        assertThat(eachDay.at("/extent")).isEqualTo("each_day");
        assertThat(stranded(eachDay)).containsExactly(from);
        assertThat(listed()).containsExactly(from);
    }

    @Test
    void anotherZoneAndTheEndOfActivity() {
        String morning = book(monday, "08:30");
        String noon = book(monday, "12:00");
        assertThat(stranded(change("phone", null))).isEmpty();

        Answer inLosAngeles = change("timeZone", "America/Los_Angeles");
        assertThat(stranded(inLosAngeles)).containsExactly(morning);
        assertThat(inLosAngeles.at("/stranded/0/timeZone")).isEqualTo("America/Los_Angeles");
        assertThat(stranded(change("timeZone", "America/New_York"))).isEmpty();

        assertThat(stranded(change("active", false))).containsExactly(morning, noon);
        assertThat(listed()).containsExactly(morning, noon);
        change("active", true);
        assertThat(listed()).isEmpty();
    }

    @Test
    void whatIsBookedOutsideTheHoursIsListedToo() {
        String night = override(monday, "22:00");
        String checkedIn = override(monday, "23:00");
        clinic.database().update("UPDATE appointments SET status = 'checked_in' WHERE id = CAST(? AS uuid)", checkedIn);
        assertThat(listed()).containsExactly(night);

        Answer absence = provider.api()
                .post(exceptions, dated("absent", null, monday, monday, null, null))
                .expect(201);
        assertThat(stranded(absence)).as("whatever lies in an absence").containsExactly(night);
    }

    @Test
    void theListGoesByStartPageByPage() {
        List<String> nights = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            nights.add(override(monday.plusDays(i), "22:00"));
        }
        List<String> seen = new ArrayList<>();
        String more = "?limit=2";
        while (true) {
            Answer page = provider.api().get(path() + more).expect(200);
            assertThat(page.json().get("items").size()).isLessThanOrEqualTo(2);
            seen.addAll(page.json().get("items").findValuesAsText("id"));
            if (page.json().get("next").isNull()) {
                break;
            }
            more = "?limit=2&cursor=" + page.at("/next");
        }
        assertThat(seen).isEqualTo(nights);
    }

    @Test
    void theListIsForThatProviderAndAdmins() {
        clinic.aProvider().api().get(path()).expectProblem(403, "forbidden");
        clinic.aPatient().api().get(path()).expectProblem(403, "forbidden");
        clinic.anonymous().get(path()).expectProblem(401, "unauthenticated");
        clinic.admin().get("/providers/" + UUID.randomUUID() + "/stranded").expectProblem(404, "not-found");
        provider.api().wrongOnPurpose().get(path() + "?limit=0").expectProblem(400, "validation");
        provider.api().wrongOnPurpose().get(path() + "?cursor=x").expectProblem(400, "validation");
        provider.api().wrongOnPurpose().get(path() + "?from=x").expectProblem(400, "validation");
    }

    private String path() {
        return "/providers/" + provider.id() + "/stranded";
    }

    private List<String> listed() {
        return provider.api().get(path()).expect(200).json().get("items").findValuesAsText("id");
    }

    private static List<String> stranded(Answer answer) {
        return answer.json().get("stranded").findValuesAsText("id");
    }

    private String book(LocalDate day, String time) {
        return book(Json.object(), day, time);
    }

    private String override(LocalDate day, String time) {
        ObjectNode wish = Json.object();
        wish.set("override", Json.object("reason", "an emergency"));
        return book(wish, day, time);
    }

    private String book(ObjectNode wish, LocalDate day, String time) {
        Instant start = provider.at(day, time);
        wish.setAll(Json.object(
                "providerId", provider.id(), "patientId", clinic.aPatient().id(), "start", start));
        return clinic.admin().post("/appointments", wish).expect(201).at("/id");
    }

    private JsonNode mondayRule() {
        return rule("monday");
    }

    private JsonNode rule(String day) {
        for (JsonNode rule : provider.api()
                .get("/providers/" + provider.id() + "/availability")
                .json()
                .get("items")) {
            if (rule.get("dayOfWeek").asText().equals(day)) {
                return rule;
            }
        }
        throw new AssertionError("no hours on " + day);
    }

    private static ObjectNode window(String from, String to) {
        return Json.object("dayOfWeek", "monday", "startTime", from, "endTime", to);
    }

    private static ObjectNode dated(
            String kind,
            @Nullable String extent,
            LocalDate first,
            LocalDate last,
            @Nullable String from,
            @Nullable String to) {
        return Json.object(
                "kind", kind, "extent", extent, "startDate", first, "endDate", last, "startTime", from, "endTime", to);
    }

    private Answer change(String member, @Nullable Object value) {
        String one = "/providers/" + provider.id();
        Answer read = clinic.admin().get(one).expect(200);
        ObjectNode body = (ObjectNode) read.json().deepCopy();
        body.remove(List.of("id", "createdAt", "updatedAt"));
        body.setAll(Json.object(member, value));
        return clinic.admin().ifMatch(read.etag()).put(one, body).expect(200);
    }
}
