package health.miadi.statistics.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.miadi.testing.Answer;
import health.miadi.testing.Clinic;
import health.miadi.testing.DatabaseWork;
import health.miadi.testing.Json;
import health.miadi.testing.TestProvider;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the clinic is doing, over HTTP; what the figures mean is in ADR 0032. */
class StatisticsResourceIT {

    private static final long MOST_QUERIES = 6;
    private static final Duration HALF_HOUR = Duration.ofMinutes(30);

    private final Clinic clinic = Clinic.ofTheSuite();
    private final TestProvider provider = clinic.aProvider().workingMondays("09:00", "13:00");
    private final LocalDate past =
            provider.monday().minusWeeks(3).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));

    private Answer booked(TestProvider by, Instant start) {
        ObjectNode booking = Json.object(
                "providerId", by.id(), "patientId", clinic.aPatient().id(), "start", start);
        booking.set("override", Json.object("reason", "entered afterwards"));
        return clinic.admin().post("/appointments", booking).expect(201);
    }

    private void become(Answer appointment, String action) {
        clinic.admin()
                .ifMatch(appointment.etag())
                .post("/appointments/" + appointment.at("/id") + "/" + action)
                .expect(200);
    }

    private JsonNode figures(LocalDate from, LocalDate to, TestProvider... of) {
        return clinic.admin().get(path(from, to, of)).expect(200).json();
    }

    private static String path(LocalDate from, LocalDate to, TestProvider... of) {
        StringBuilder path = new StringBuilder("/statistics?from=" + from + "&to=" + to);
        Stream.of(of).forEach(one -> path.append("&providerId=").append(one.id()));
        return path.toString();
    }

    @Test
    void appointmentsAreCountedByDayAndByWhatBecameOfThem() {
        Instant nine = provider.at(past, "09:00");
        become(booked(provider, nine), "complete");
        become(booked(provider, nine.plus(HALF_HOUR)), "no-show");
        become(booked(provider, nine.plus(HALF_HOUR.multipliedBy(2))), "cancel");
        booked(provider, nine.plus(HALF_HOUR.multipliedBy(3)));
        // R-BOOK-8: nobody is checked in on a past day; who was, and was forgotten, still counts
        clinic.database()
                .update(
                        "UPDATE appointments SET status = 'checked_in' WHERE id = ?",
                        UUID.fromString(booked(provider, provider.at(past.plusDays(1), "09:00"))
                                .at("/id")));

        JsonNode figures = figures(past.minusDays(1), past.plusDays(1), provider);

        assertThat(figures.at("/days"))
                .containsExactly(
                        day(past.minusDays(1), 0, 0, 0, 0, 0),
                        day(past, 1, 0, 1, 1, 1),
                        day(past.plusDays(1), 0, 1, 0, 0, 0));
        ObjectNode totals = day(past, 1, 1, 1, 1, 1).put("noShowRate", 0.5);
        totals.remove("date");
        assertThat(figures.at("/totals")).isEqualTo(totals);
        JsonNode one = figures.at("/providers/0");
        assertThat(one.at("/appointments").asInt()).isEqualTo(5);
        assertThat(one.at("/bookedMinutes").asInt()).isEqualTo(4 * 30);
        assertThat(one.at("/availableMinutes").asInt()).isEqualTo(4 * 60);
        assertThat(one.at("/utilisation").asDouble()).isEqualTo(0.5);
        assertThat(one.at("/noShowRate").asDouble()).isEqualTo(0.5);
    }

    private static ObjectNode day(
            LocalDate date, int scheduled, int checkedIn, int completed, int cancelled, int noShow) {
        return Json.object()
                .put("date", date.toString())
                .put("scheduled", scheduled)
                .put("checkedIn", checkedIn)
                .put("completed", completed)
                .put("cancelled", cancelled)
                .put("noShow", noShow)
                .put("total", scheduled + checkedIn + completed + cancelled + noShow);
    }

    @Test
    @DisplayName("R-TIME-4: a day is the provider's day, whatever the viewer's")
    void aDayIsTheProviders() {
        TestProvider east = clinic.aProviderIn("Pacific/Auckland");
        TestProvider west = clinic.aProviderIn("America/Los_Angeles");
        booked(east, east.at(past, "00:00"));
        booked(west, west.at(past, "23:30"));

        JsonNode figures = figures(past, past, east, west);

        assertThat(figures.at("/days/0/total").asInt()).isEqualTo(2);
        assertThat(figures(past.minusDays(1), past.minusDays(1), east, west)
                        .at("/totals/total")
                        .asInt())
                .isZero();
        assertThat(figures(past.plusDays(1), past.plusDays(1), east, west)
                        .at("/totals/total")
                        .asInt())
                .isZero();
    }

    @Test
    @DisplayName("R-AVAIL-2: available is what is worked, extra hours with it and absences without")
    void availableIsWhatIsWorked() {
        LocalDate monday = provider.monday();
        String exceptions = "/providers/" + provider.id() + "/exceptions";
        provider.api()
                .post(exceptions, exception("absent", monday, "12:00", "14:00"))
                .expect(201);
        provider.api()
                .post(exceptions, exception("extra", monday.plusDays(2), "20:00", "22:30"))
                .expect(201);

        JsonNode week = figures(monday, monday.plusDays(6), provider).at("/providers/0");
        JsonNode tuesday =
                figures(monday.plusDays(1), monday.plusDays(1), provider).at("/providers/0");

        assertThat(week.at("/availableMinutes").asInt()).isEqualTo(3 * 60 + 150);
        assertThat(week.at("/utilisation").asDouble()).isZero();
        assertThat(tuesday.at("/availableMinutes").asInt()).isZero();
        assertThat(tuesday.at("/utilisation").isNull()).isTrue();
        assertThat(tuesday.at("/noShowRate").isNull()).isTrue();
    }

    private static ObjectNode exception(String kind, LocalDate day, String from, String to) {
        return Json.object("kind", kind, "startDate", day, "endDate", day, "startTime", from, "endTime", to);
    }

    @Test
    @DisplayName("R-AVAIL-6: the next free start is the first slot that a search offers")
    void theNextFreeStartIsTheFirstSlot() {
        TestProvider idle = clinic.aProvider();
        LocalDate today = LocalDate.now(Clock.systemUTC());
        Instant now = Clock.systemUTC().instant();

        JsonNode figures = figures(today, today, provider, idle);

        String first = clinic.admin()
                .get("/slots?limit=1&providerId=" + provider.id() + "&from=" + now + "&to="
                        + now.plus(Duration.ofDays(9)))
                .expect(200)
                .at("/items/0/start");
        List<JsonNode> starts = figures.findValues("nextFreeStart");
        assertThat(starts).hasSize(2).anyMatch(JsonNode::isNull).anyMatch(start -> start.asText()
                .equals(first));
        assertThat(figures.at("/waitingMinutes").asLong())
                .isEqualTo(Duration.between(Instant.parse(figures.at("/at").asText()), Instant.parse(first))
                        .toMinutes());
    }

    @Test
    @DisplayName("R-AVAIL-7: it costs the same few queries however many providers and days")
    void itCostsAFewQueries() {
        TestProvider another = clinic.aProvider().workingDaily("00:00", "24:00");
        TestProvider third = clinic.aProvider().workingDaily("00:00", "24:00");
        long one = queries(path(past, past, another));
        long three = queries(path(past, past.plusDays(91), another, third, provider));
        long all = queries(path(past, past.plusDays(91)));

        assertThat(one).isEqualTo(4);
        assertThat(three).isEqualTo(one);
        assertThat(all).isBetween(one, MOST_QUERIES);
    }

    private long queries(String path) {
        return DatabaseWork.of(clinic.database(), () -> clinic.admin().get(path).expect(200))
                .statements();
    }

    @Test
    void whoTakesNoAppointmentsAnyMoreIsCountedAndNotListed() {
        booked(provider, provider.at(past, "09:00"));
        clinic.database().update("UPDATE providers SET active = false WHERE id = ?", provider.id());

        JsonNode figures = figures(past, past, provider);

        assertThat(figures.at("/totals/total").asInt()).isEqualTo(1);
        assertThat(figures.at("/providers")).isEmpty();
        assertThat(figures.at("/waitingMinutes").isNull()).isTrue();
    }

    @Test
    void aZoneThatIsNotKnownAnyMoreStopsNobody() {
        booked(provider, provider.at(past, "09:00"));
        clinic.database().update("UPDATE providers SET time_zone = 'Mars/Phobos' WHERE id = ?", provider.id());

        JsonNode figures = figures(past, past, provider);

        assertThat(figures.at("/totals/total").asInt()).isEqualTo(1);
        assertThat(figures.at("/providers/0/availableMinutes").asInt()).isZero();
        assertThat(figures.at("/providers/0/nextFreeStart").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=2026-02-01",
                "to=2026-02-01",
                "from=2026-02-02&to=2026-02-01",
                "from=2026-01-01&to=2026-04-03",
                "from=2026-02-30&to=2026-03-01",
                "from=1899-12-31&to=1900-01-01",
                "from=9999-12-30&to=9999-12-31",
                "from=2026-02-01T00:00:00Z&to=2026-02-02",
                "from=2026-02-01&to=2026-02-02&providerId=x"
            })
    void aWrongSpanIsRefused(String query) {
        clinic.admin().wrongOnPurpose().get("/statistics?" + query).expectProblem(400, "validation");
    }

    @Test
    void aProviderWhoDoesNotExistIsNotFound() {
        clinic.admin()
                .get("/statistics?from=2026-01-01&to=2026-04-02&providerId=" + UUID.randomUUID())
                .expectProblem(404, "not-found");
    }
}
