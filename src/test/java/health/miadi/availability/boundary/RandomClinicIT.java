package health.miadi.availability.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.miadi.testing.Answer;
import health.miadi.testing.Api;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.TestPatient;
import health.miadi.testing.TestProvider;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A clinic drawn at random, in a real database, around the next change of its clock. */
@DisplayName(
        "R-AVAIL-6: in a random clinic every slot that a patient is offered, new or for a move, is taken, every other start is"
                + " refused, and what explains says the same")
class RandomClinicIT {
    private static final int REFUSALS_TRIED = 50;
    private static final Set<String> ABOUT_TIME = Set.of(
            "slot-not-offered", "slot-taken", "patient-busy", "daily-limit", "notice-too-short", "beyond-horizon");

    private final Clinic clinic = Clinic.ofTheSuite();
    private final Api admin = clinic.admin();
    private final TestPatient patient = clinic.aPatient();
    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "America/New_York",
                "Australia/Lord_Howe",
                "Africa/Cairo",
                "Europe/Dublin",
                "Africa/Casablanca",
                "Asia/Kathmandu"
            })
    void whatIsOfferedBooksAndNothingElse(String zone) {
        Instant change = nextChange(ZoneId.of(zone));
        TestProvider provider = aBusyProvider(zone, change);
        String type = aType();
        String ofType = "&appointmentTypeId=" + type;
        haveABusyPatient(change);
        Instant from = change.minus(Duration.ofHours(20));
        Instant to = change.plus(Duration.ofHours(20));
        Set<Instant> offered = offered(provider, ofType, from, to);
        offered.forEach(start -> assertThat(bookedAndCancelled(provider, type, start))
                .as("seed %d: %s is offered", seed, start)
                .isEqualTo("201"));
        for (int i = 0; i < REFUSALS_TRIED; i++) {
            Instant start = from.plus(Duration.ofMinutes(random.nextInt(40 * 60)));
            if (!offered.contains(start)) {
                assertThat(bookedAndCancelled(provider, type, start))
                        .as("seed %d: %s is not offered", seed, start)
                        .isIn(ABOUT_TIME);
            }
            assertThat(isExplainedAsOffered(provider, start, ofType + "&patientId=" + patient.id()))
                    .as("seed %d: %s is explained as it is listed", seed, start)
                    .isEqualTo(offered.contains(start));
        }
        assertThat(offered(provider, ofType, from, to)).as("seed %d", seed).isEqualTo(offered);
        whatIsOfferedToAMoveIsWhereItMoves(provider, type, from, to, offered);
    }

    /** One of the offered times is booked and moved to and fro; nobody else is in the way of the way back. */
    private void whatIsOfferedToAMoveIsWhereItMoves(
            TestProvider provider, String type, Instant from, Instant to, Set<Instant> offered) {
        if (offered.isEmpty()) {
            return;
        }
        Instant home = List.copyOf(offered).get(random.nextInt(offered.size()));
        Answer visit = patient.api()
                .post(
                        "/appointments",
                        Json.object("providerId", provider.id(), "appointmentTypeId", type, "start", home))
                .expect(201);
        String toMove = "&appointmentId=" + visit.at("/id");
        Set<Instant> offeredToMove = offered(provider, toMove, from, to);
        assertThat(offeredToMove).as("seed %d: what was free stays so", seed).containsAll(offered);
        for (int i = 0; i < REFUSALS_TRIED; i++) {
            Instant start = i % 2 == 0
                    ? List.copyOf(offeredToMove).get(random.nextInt(offeredToMove.size()))
                    : from.plus(Duration.ofMinutes(random.nextInt(40 * 60)));
            assertThat(isExplainedAsOffered(provider, start, toMove))
                    .as("seed %d: %s is explained as it is listed for a move", seed, start)
                    .isEqualTo(offeredToMove.contains(start));
            Answer moved = move(visit, start);
            assertThat(moved.status() == 200)
                    .as("seed %d: %s moves to %s: %s", seed, home, start, moved.text())
                    .isEqualTo(offeredToMove.contains(start));
            visit = moved.status() == 200 ? move(moved, home).expect(200) : visit;
        }
    }

    private Answer move(Answer visit, Instant start) {
        return patient.api()
                .ifMatch(visit.etag())
                .post("/appointments/" + visit.at("/id") + "/reschedule", Json.object("start", start));
    }

    private boolean isExplainedAsOffered(TestProvider provider, Instant start, String more) {
        return admin.get("/slots/explain?providerId=" + provider.id() + "&start=" + start + more)
                .expect(200)
                .json()
                .at("/offered")
                .asBoolean();
    }

    /** With visits and a hold elsewhere. */
    private void haveABusyPatient(Instant around) {
        for (int i = 0; i < 4; i++) {
            Instant start = around.plus(Duration.ofMinutes(random.nextInt(40 * 60) - 20 * 60));
            ObjectNode booking =
                    Json.object("providerId", clinic.aProvider().id(), "patientId", patient.id(), "start", start);
            booking.set("override", Json.object("reason", "a busy day"));
            assertThat(admin.post("/appointments", booking).status()).isIn(201, 409);
        }
        TestProvider elsewhere = clinic.aProvider().workingDaily("00:00", "24:00");
        Instant hour = around.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(random.nextInt(30) - 15));
        assertThat(patient.api()
                        .post("/holds", Json.object("providerId", elsewhere.id(), "start", hour))
                        .status())
                .isIn(201, 409);
    }

    /** The next change of the zone's clock, or a time in the month to come where there is none. */
    private Instant nextChange(ZoneId zone) {
        Instant soon = Clock.systemUTC().instant().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(4));
        ZoneOffsetTransition next = zone.getRules().nextTransition(soon);
        return next == null ? soon.plus(Duration.ofDays(random.nextInt(25))) : next.getInstant();
    }

    private TestProvider aBusyProvider(String zone, Instant around) {
        TestProvider provider = clinic.aProviderIn(zone);
        LocalDate day = LocalDate.ofInstant(around, ZoneId.of(zone));
        for (int i = -2; i <= 1; i++) {
            plan(provider, day.plusDays(i).getDayOfWeek());
            plan(provider, day.plusDays(i).getDayOfWeek());
        }
        for (int i = 0; i < 3; i++) {
            except(provider, i == 0 ? "extra" : "absent", day.plusDays(random.nextInt(4) - 2L));
        }
        for (int i = 0; i < 6; i++) {
            Instant start = around.plus(Duration.ofMinutes(random.nextInt(40 * 60) - 20 * 60));
            ObjectNode booking = Json.object(
                    "providerId", provider.id(), "patientId", clinic.aPatient().id(), "start", start);
            booking.set("override", Json.object("reason", "a busy day"));
            assertThat(admin.post("/appointments", booking).status()).isIn(201, 409);
        }
        return provider;
    }

    /** Rules that overlap are refused, and there is one less then (R-AVAIL-1). */
    private void plan(TestProvider provider, DayOfWeek day) {
        ObjectNode rule = times("dayOfWeek", day.name().toLowerCase(Locale.ROOT), 2 + random.nextInt(6));
        assertThat(admin.post("/providers/" + provider.id() + "/availability", rule)
                        .status())
                .isIn(201, 409);
    }

    private void except(TestProvider provider, String kind, LocalDate day) {
        ObjectNode exception = times("kind", kind, 1 + random.nextInt(3));
        exception.put("startDate", day.toString());
        exception.put("endDate", day.plusDays(random.nextInt(2)).toString());
        admin.post("/providers/" + provider.id() + "/exceptions", exception).expect(201);
    }

    private ObjectNode times(String name, String value, int hours) {
        LocalTime start = LocalTime.ofSecondOfDay(900L * random.nextInt(96));
        return Json.object(name, value, "startTime", start, "endTime", start.plusHours(hours));
    }

    private String aType() {
        ObjectNode type = Json.object(
                "name", "Type " + Clinic.unique(),
                "durationMinutes", 15 * (1 + random.nextInt(4)),
                "slotIntervalMinutes", 10 * (1 + random.nextInt(4)),
                "bufferBeforeMinutes", 5 * random.nextInt(4),
                "bufferAfterMinutes", 5 * random.nextInt(4),
                "maxHorizonDays", 365);
        return admin.post("/appointment-types", type).expect(201).at("/id");
    }

    private Set<Instant> offered(TestProvider provider, String filter, Instant from, Instant to) {
        String query = "/slots?limit=50&providerId=" + provider.id() + filter + "&from=" + from + "&to=" + to;
        var starts = new TreeSet<Instant>();
        Answer page = patient.api().get(query).expect(200);
        starts.addAll(startsOf(page));
        while (!page.at("/next").isEmpty()) {
            page = patient.api().get(query + "&cursor=" + page.at("/next")).expect(200);
            starts.addAll(startsOf(page));
        }
        return starts;
    }

    private static Set<Instant> startsOf(Answer page) {
        var starts = new TreeSet<Instant>();
        page.json().at("/items").findValuesAsText("start").forEach(start -> starts.add(Instant.parse(start)));
        return starts;
    }

    /** What a patient who books it is told: 201, and then it is cancelled, or the slug of the refusal. */
    private String bookedAndCancelled(TestProvider provider, String type, Instant start) {
        Answer answer = patient.api()
                .post(
                        "/appointments",
                        Json.object("providerId", provider.id(), "appointmentTypeId", type, "start", start));
        if (answer.status() != 201) {
            return answer.at("/type").replace("/problems/", "");
        }
        admin.ifMatch(answer.etag())
                .post("/appointments/" + answer.at("/id") + "/cancel")
                .expect(200);
        return "201";
    }
}
