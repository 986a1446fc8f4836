package health.miadi.availability.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.miadi.testing.Answer;
import health.miadi.testing.Api;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.TestProvider;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A calendar that is changed at random around the next change of its clock, with visits strewn over it. */
@DisplayName(
        "R-AVAIL-4, R-AVAIL-6: stranded is what the engine explains as not worked, and a change answers what came to it")
class StrandedEverywhereIT {
    private static final int VISITS = 12;
    private static final int CHANGES = 10;
    private static final Set<String> NOT_WORKED = Set.of("outside_hours", "absence");

    private final Clinic clinic = Clinic.ofTheSuite();
    private final Api admin = clinic.admin();
    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);
    private final List<Answer> plans = new ArrayList<>();

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"America/New_York", "Australia/Lord_Howe", "Africa/Cairo", "Asia/Kathmandu"})
    void listedIsWhatIsExplainedAndAnsweredIsWhatCameToIt(String zone) {
        TestProvider provider = clinic.aProviderIn(zone);
        Instant around = around(ZoneId.of(zone));
        LocalDate day = LocalDate.ofInstant(around, ZoneId.of(zone));
        for (DayOfWeek each : DayOfWeek.values()) {
            if (random.nextInt(4) > 0) {
                provider.working(each, "00:00", "24:00");
            }
        }
        for (int i = 0; i < VISITS; i++) {
            visit(provider, around.plus(Duration.ofMinutes(15L * (16 * (i - VISITS / 2) + random.nextInt(12)))));
        }
        Set<String> before = agreed(provider);
        for (int i = 0; i < CHANGES; i++) {
            Answer changed = change(provider, day);
            Set<String> after = agreed(provider);
            JsonNode answered =
                    changed.status() == 204 ? Json.object() : changed.json().path("stranded");
            Set<String> came = new TreeSet<>(after);
            came.removeAll(before);
            Set<String> told = new TreeSet<>(answered.findValuesAsText("id"));
            assertThat(told).as("seed %d: %s", seed, changed).containsAll(came);
            assertThat(after).as("seed %d: %s", seed, changed).containsAll(told);
            if (!"absent"
                    .equals(
                            changed.status() == 204
                                    ? ""
                                    : changed.json().path("kind").asText())) {
                assertThat(told).as("seed %d: %s", seed, changed).isEqualTo(came);
            }
            before = after;
        }
    }

    /** What the list has, which is what is explained as not worked, visit by visit. */
    private Set<String> agreed(TestProvider provider) {
        Set<String> expected = new TreeSet<>();
        for (JsonNode visit : admin.get("/appointments?limit=200&providerId=" + provider.id())
                .expect(200)
                .json()
                .get("items")) {
            String start = visit.get("start").asText();
            boolean isNotWorked = admin
                    .get("/slots/explain?providerId=" + provider.id() + "&start=" + start)
                    .expect(200)
                    .json()
                    .get("obstacles")
                    .findValuesAsText("kind")
                    .stream()
                    .anyMatch(NOT_WORKED::contains);
            if (isNotWorked) {
                expected.add(visit.get("id").asText());
            }
        }
        Set<String> listed = new TreeSet<>(admin.get("/providers/" + provider.id() + "/stranded?limit=200")
                .expect(200)
                .json()
                .get("items")
                .findValuesAsText("id"));
        assertThat(listed).as("seed %d", seed).isEqualTo(expected);
        return listed;
    }

    private Answer change(TestProvider provider, LocalDate day) {
        if (!plans.isEmpty() && random.nextInt(3) == 0) {
            Answer plan = plans.remove(random.nextInt(plans.size()));
            return admin.ifMatch(plan.etag()).delete("/exceptions/" + plan.at("/id"));
        }
        ObjectNode exception = exception(day);
        Answer planned;
        if (!plans.isEmpty() && random.nextInt(3) == 0) {
            Answer plan = plans.remove(random.nextInt(plans.size()));
            planned = admin.ifMatch(plan.etag())
                    .put("/exceptions/" + plan.at("/id"), exception)
                    .expect(200);
        } else {
            planned = admin.post("/providers/" + provider.id() + "/exceptions", exception)
                    .expect(201);
        }
        plans.add(planned);
        return planned;
    }

    private ObjectNode exception(LocalDate day) {
        LocalDate first = day.plusDays(random.nextInt(3) - 2L);
        String kind = random.nextInt(3) == 0 ? "extra" : "absent";
        if (random.nextBoolean()) {
            LocalDate last = first.plusDays(1L + random.nextInt(2));
            return exception(kind, "through", first, last, time(24), time(24));
        }
        return exception(
                kind, "each_day", first, first.plusDays(random.nextInt(2)), time(12), 12 + random.nextInt(8) + ":30");
    }

    private static ObjectNode exception(
            String kind, String extent, LocalDate first, LocalDate last, String from, String to) {
        return Json.object(
                "kind", kind, "extent", extent, "startDate", first, "endDate", last, "startTime", from, "endTime", to);
    }

    /** A quarter of an hour that is not midnight, before that hour. */
    private String time(int hours) {
        int minute = 15 * (1 + random.nextInt(hours * 4 - 1));
        return String.format(Locale.ROOT, "%02d:%02d", minute / 60, minute % 60);
    }

    private void visit(TestProvider provider, Instant start) {
        ObjectNode wish = Json.object(
                "providerId", provider.id(), "patientId", clinic.aPatient().id(), "start", start);
        wish.set("override", Json.object("reason", "strewn"));
        admin.post("/appointments", wish).expect(201);
    }

    /** The next change of the clock that lies far enough ahead, or a day where there is none. */
    private static Instant around(ZoneId zone) {
        Instant soon = Clock.systemUTC().instant().plus(Duration.ofDays(7));
        ZoneOffsetTransition next = zone.getRules().nextTransition(soon);
        Instant change = next == null ? soon : next.getInstant();
        return Instant.ofEpochSecond(change.getEpochSecond() / 900 * 900);
    }
}
