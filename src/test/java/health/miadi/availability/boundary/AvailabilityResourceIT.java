package health.miadi.availability.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.miadi.testing.Answer;
import health.miadi.testing.Api;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.Race;
import health.miadi.testing.TestProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AvailabilityResourceIT {

    private final Clinic clinic = Clinic.ofTheSuite();
    private final TestProvider provider = clinic.aProviderIn("America/New_York");
    private final String path = "/providers/" + provider.id() + "/availability";

    private static ObjectNode rule(String day, String from, String to) {
        return Json.object("dayOfWeek", day, "startTime", from, "endTime", to);
    }

    private long stored() {
        return clinic.database().number("SELECT count(*) FROM availability WHERE provider_id = ?", provider.id());
    }

    @Nested
    class Planning {

        @Test
        void keepsARuleWithItsValidity() {
            ObjectNode rule = rule("friday", "09:00", "17:30")
                    .put("validFrom", "2030-01-01")
                    .put("validUntil", "2030-12-31");
            Answer created = provider.api().post(path, rule).expect(201);
            Answer read = clinic.aPatient()
                    .api()
                    .get("/availability/" + created.at("/id"))
                    .expect(200);
            assertThat(read.json()).isEqualTo(created.json());
            assertThat(read.at("/dayOfWeek")).isEqualTo("friday");
            assertThat(read.at("/startTime")).isEqualTo("09:00");
            assertThat(read.at("/endTime")).isEqualTo("17:30");
            assertThat(read.at("/validUntil")).isEqualTo("2030-12-31");
            assertThat(read.at("/providerId")).isEqualTo(provider.id().toString());
        }

        @Test
        @DisplayName("R-TIME-3: 24:00 is an end, and a window may run past midnight")
        void takesTheEndOfTheDayAndTheNextDay() {
            assertThat(provider.api()
                            .post(path, rule("monday", "00:00", "24:00"))
                            .expect(201)
                            .at("/endTime"))
                    .isEqualTo("24:00");
            assertThat(provider.api()
                            .post(path, rule("wednesday", "21:00", "03:00"))
                            .expect(201)
                            .at("/endTime"))
                    .isEqualTo("03:00");
        }

        @ParameterizedTest(name = "{0}–{1} is refused at {2}")
        @CsvSource({
            "09:00, 09:00, /endTime",
            "00:00, 00:00, /endTime",
            "24:00, 09:00, /startTime",
            "9:00,  17:00, /startTime",
            "09:00, 25:00, /endTime",
            "09:00, 23:60, /endTime",
            "09:00, 17:00:00, /endTime",
            "09:00, 24:01, /endTime"
        })
        void refusesTimesThatAreNone(String from, String to, String pointer) {
            Answer refused = provider.api()
                    .wrongOnPurpose()
                    .post(path, rule("monday", from, to))
                    .expectProblem(400, "validation");
            assertThat(refused.at("/errors/0/pointer")).isEqualTo(pointer);
            assertThat(stored()).isZero();
        }

        @Test
        void refusesDaysThatAreTheWrongWayRoundOrHavePassed() {
            Api wrong = provider.api().wrongOnPurpose();
            ObjectNode rule = rule("monday", "09:00", "10:00").put("validFrom", "2030-02-01");
            assertThat(wrong.post(path, rule.deepCopy().put("validUntil", "2030-01-31"))
                            .expectProblem(400, "validation")
                            .at("/errors/0/pointer"))
                    .isEqualTo("/validUntil");
            wrong.post(path, rule.deepCopy().put("validFrom", "10000-01-01")).expectProblem(400, "validation");
            wrong.post(path, rule.deepCopy().put("validFrom", "2030-02-30")).expectProblem(400, "validation");
            wrong.post(path, rule("monday", "09:00", "10:00").put("validUntil", "2020-01-01"))
                    .expectProblem(400, "validation");
            wrong.post(path, rule("someday", "09:00", "10:00")).expectProblem(400, "validation");
            wrong.post(path, rule("monday", "09:00", "10:00").put("weekday", 1)).expectProblem(400, "validation");
            assertThat(stored()).isZero();
        }

        @Test
        void isForThatProviderAndAdmins() {
            ObjectNode rule = rule("monday", "09:00", "10:00");
            clinic.aProvider().api().post(path, rule).expectProblem(403, "forbidden");
            clinic.aPatient().api().post(path, rule).expectProblem(403, "forbidden");
            clinic.anonymous().post(path, rule).expectProblem(401, "unauthenticated");
            assertThat(stored()).isZero();
            clinic.admin().post(path, rule).expect(201);
            clinic.admin()
                    .post("/providers/" + UUID.randomUUID() + "/availability", rule)
                    .expectProblem(404, "not-found");
        }
    }

    @Nested
    @DisplayName("R-AVAIL-1: weekly rules do not overlap")
    class Overlaps {

        @Test
        void aRuleThatOverlapsAnotherIsRefused() {
            provider.api().post(path, rule("sunday", "21:00", "03:00")).expect(201);
            provider.api().post(path, rule("monday", "02:00", "08:00")).expectProblem(409, "duplicate");
            provider.api().post(path, rule("monday", "03:00", "08:00")).expect(201);
            provider.api().post(path, rule("monday", "07:59", "08:01")).expectProblem(409, "duplicate");
            assertThat(stored()).isEqualTo(2);
        }

        @Test
        void aRuleMayMoveWithinItsOwnTimeButNotIntoAnother() {
            Answer morning =
                    provider.api().post(path, rule("monday", "08:00", "12:00")).expect(201);
            provider.api().post(path, rule("monday", "13:00", "17:00")).expect(201);
            String one = "/availability/" + morning.at("/id");
            Api current = provider.api().ifMatch(morning.etag());
            current.put(one, rule("monday", "09:00", "13:30")).expectProblem(409, "duplicate");
            current.put(one, rule("monday", "09:00", "13:00")).expect(200);
        }

        @Test
        void ofTwoAtOnceOnePasses() throws Exception {
            try (var race = new Race(8)) {
                for (int round = 0; round < 5; round++) {
                    TestProvider contested = clinic.aProvider();
                    List<Callable<Answer>> clients = new ArrayList<>();
                    for (int client = 0; client < 8; client++) {
                        String start = "09:0" + client;
                        clients.add(() -> contested
                                .api()
                                .post(
                                        "/providers/" + contested.id() + "/availability",
                                        rule("monday", start, "10:00")));
                    }
                    assertThat(race.run(clients)).extracting(Answer::status).containsOnly(201, 409);
                    assertThat(clinic.database()
                                    .number("SELECT count(*) FROM availability WHERE provider_id = ?", contested.id()))
                            .isEqualTo(1);
                }
            }
        }
    }

    @Nested
    class Changing {

        @Test
        void takesTheVersionThatWasRead() {
            Answer created =
                    provider.api().post(path, rule("monday", "09:00", "10:00")).expect(201);
            String one = "/availability/" + created.at("/id");
            ObjectNode later = rule("tuesday", "10:00", "11:00");
            provider.api().wrongOnPurpose().put(one, later).expectProblem(428, "precondition-required");
            Answer changed =
                    provider.api().ifMatch(created.etag()).put(one, later).expect(200);
            assertThat(changed.at("/dayOfWeek")).isEqualTo("tuesday");
            provider.api().ifMatch(created.etag()).put(one, later).expectProblem(412, "stale");
            provider.api().ifMatch(created.etag()).delete(one).expectProblem(412, "stale");
            provider.api().with("If-None-Match", changed.etag()).get(one).expect(304);
            provider.api().ifMatch(changed.etag()).delete(one).expect(204);
            provider.api().get(one).expectProblem(404, "not-found");
        }

        @Test
        void isNotForAnotherProvider() {
            Answer created =
                    provider.api().post(path, rule("monday", "09:00", "10:00")).expect(201);
            String one = "/availability/" + created.at("/id");
            Api other = clinic.aProvider().api().ifMatch(created.etag());
            other.get(one).expect(200);
            other.put(one, rule("monday", "09:00", "11:00")).expectProblem(403, "forbidden");
            other.delete(one).expectProblem(403, "forbidden");
            assertThat(stored()).isEqualTo(1);
        }
    }

    @Test
    void theListGoesThroughTheWeekPageByPage() {
        for (String day : List.of("sunday", "monday", "friday")) {
            provider.api().post(path, rule(day, "14:00", "15:00")).expect(201);
            provider.api().post(path, rule(day, "09:00", "10:00")).expect(201);
        }
        var seen = new ArrayList<String>();
        Answer page = provider.api().get(path + "?limit=4").expect(200);
        page.json()
                .get("items")
                .forEach(item -> seen.add(
                        item.get("dayOfWeek").asText() + item.get("startTime").asText()));
        page = provider.api().get(path + "?limit=4&cursor=" + page.at("/next")).expect(200);
        page.json()
                .get("items")
                .forEach(item -> seen.add(
                        item.get("dayOfWeek").asText() + item.get("startTime").asText()));
        assertThat(seen)
                .containsExactly(
                        "monday09:00", "monday14:00", "friday09:00", "friday14:00", "sunday09:00", "sunday14:00");
        assertThat(page.json().get("next").isNull()).isTrue();
    }
}
