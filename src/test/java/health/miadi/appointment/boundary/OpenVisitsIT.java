package health.miadi.appointment.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.miadi.testing.Answer;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.Race;
import health.miadi.testing.TestPatient;
import health.miadi.testing.TestProvider;
import health.miadi.testing.server.ServerUnderTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** One patient cannot take all the time there is (H7). */
@DisplayName(
        "R-BOOK-13: a patient has few visits ahead, of those that they book; R-BOOK-10: and holds few times an hour")
class OpenVisitsIT {
    /** How many are booked here, the last ones of all that may be. */
    private static final int MOST = 10;

    private static final int HOLDS_AN_HOUR = 20;
    private static final Duration HALF_HOUR = Duration.ofMinutes(30);

    private final Clinic clinic = Clinic.ofTheSuite();
    private final TestProvider provider = clinic.aProvider().workingDaily("00:00", "24:00");
    private final TestPatient patient = clinic.aPatient();
    private final Instant first = provider.mondayAt("00:00");

    private Instant at(int number) {
        return first.plus(HALF_HOUR.multipliedBy(number));
    }

    /** All that a patient may have, but ten: of years to come, with somebody else. */
    private void haveAllButTen() {
        clinic.database()
                .update(
                        """
                        INSERT INTO appointments (id, provider_id, patient_id, start_at, end_at, blocked_from,
                            blocked_until, time_zone, status, last_change, changed_by_role, created_at, updated_at)
                        SELECT gen_random_uuid(), ?, ?, s, s + interval '30 min', s, s + interval '30 min', 'UTC',
                            'scheduled', 'booked', 'system', now(), now()
                        FROM generate_series(1, ?) AS k,
                            LATERAL (SELECT CAST(? AS timestamptz) + interval '1 year' + k * interval '1 hour' AS s) AS times
                        """,
                        clinic.aProvider().id(),
                        patient.id(),
                        ServerUnderTest.OPEN_VISITS - MOST,
                        first.toString());
    }

    /** All that a patient may book within a day, but one, each cancelled at once: of a year to come, with somebody else. */
    private void haveBookedAllButOneToday(String role) {
        clinic.database()
                .update(
                        """
                        INSERT INTO appointments (id, provider_id, patient_id, start_at, end_at, blocked_from,
                            blocked_until, time_zone, status, last_change, changed_by_role, created_at, updated_at)
                        SELECT gen_random_uuid(), ?, ?, s, s + interval '30 min', s, s + interval '30 min', 'UTC',
                            'cancelled', 'booked', ?, now(), now()
                        FROM generate_series(1, ?) AS k,
                            LATERAL (SELECT CAST(? AS timestamptz) + interval '1 year' + k * interval '1 hour' AS s) AS times
                        """,
                        clinic.aProvider().id(),
                        patient.id(),
                        role,
                        ServerUnderTest.OWN_BOOKINGS_A_DAY - 1,
                        first.toString());
    }

    @Test
    void whoBookedAllOfADayBooksNoMoreUntilTheNext() {
        haveBookedAllButOneToday("patient");
        Desk.book(patient, provider, at(0)).expect(201);

        Answer refused = Desk.book(patient, provider, at(1)).expectProblem(422, "visit-limit");
        assertThat(refused.at("/rule")).isEqualTo("R-BOOK-13");
        assertThat(refused.at("/detail")).contains("24 hours").contains("call the clinic");
        patient.api().post("/holds", Desk.wish(provider, at(1))).expectProblem(422, "visit-limit");
        patient.api().get(slots("")).expectProblem(422, "visit-limit");
        provider.api()
                .post("/appointments", Desk.wish(provider, at(1), patient))
                .expect(201);

        clinic.database()
                .update(
                        "UPDATE appointments SET created_at = created_at - interval '24 hours' WHERE patient_id = ?",
                        patient.id());
        Desk.book(patient, provider, at(2)).expect(201);
    }

    @Test
    void whatTheClinicBookedTodayDoesNotCount() {
        haveBookedAllButOneToday("provider");
        Desk.book(patient, provider, at(0)).expect(201);
        Desk.book(patient, provider, at(1)).expect(201);
    }

    private List<Answer> tenBooked() {
        haveAllButTen();
        List<Answer> booked = new ArrayList<>();
        for (int i = 0; i < MOST; i++) {
            booked.add(Desk.book(patient, provider, at(i)).expect(201));
        }
        return booked;
    }

    private String slots(String more) {
        return "/slots?from=%s&to=%s&providerId=%s%s".formatted(at(0), at(48), provider.id(), more);
    }

    @Test
    void theEleventhIsNeitherListedNorHeldNorBookedUntilOneIsCancelled() {
        List<Answer> booked = tenBooked();

        Answer refused = Desk.book(patient, provider, at(MOST)).expectProblem(422, "visit-limit");
        assertThat(refused.at("/rule")).isEqualTo("R-BOOK-13");
        assertThat(refused.at("/detail")).contains("Cancel one").contains("call the clinic");
        patient.api().post("/holds", Desk.wish(provider, at(MOST))).expectProblem(422, "visit-limit");
        patient.api().get(slots("")).expectProblem(422, "visit-limit");

        Desk.act(patient.api(), booked.get(0), "cancel").expect(200);
        assertThat(patient.api().get(slots("")).expect(200).json().at("/items")).isNotEmpty();
        Desk.book(patient, provider, at(MOST)).expect(201);
    }

    @Test
    void visitsAreStillMovedAndTimesForItListed() {
        Answer moving = tenBooked().get(0);
        assertThat(patient.api()
                        .get(slots("&appointmentId=" + moving.at("/id")))
                        .expect(200)
                        .json()
                        .at("/items"))
                .isNotEmpty();
        Desk.act(patient.api(), moving, "reschedule", Json.object("start", at(MOST)))
                .expect(200);
    }

    @Test
    void staffListAndBookAsManyAsAreNeeded() {
        clinic.introduce(patient, provider);
        tenBooked();
        assertThat(provider.api()
                        .get(slots("&patientId=" + patient.id()))
                        .expect(200)
                        .json()
                        .at("/items"))
                .isNotEmpty();
        provider.api()
                .post("/appointments", Desk.wish(provider, at(MOST), patient))
                .expect(201);
    }

    @Test
    void ofManyAtOnceNoMoreThanTheLimitAreBooked() throws Exception {
        haveAllButTen();
        for (int i = 0; i < MOST - 2; i++) {
            Desk.book(patient, provider, at(i)).expect(201);
        }
        List<Callable<Answer>> clients = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Instant start = at(MOST + i);
            clients.add(() -> Desk.book(patient, provider, start));
        }
        try (Race race = new Race(clients.size())) {
            assertThat(race.run(clients).stream().filter(answer -> answer.status() == 201))
                    .hasSize(2);
        }
    }

    @Test
    void whoHoldsAndLetsGoAgainAndAgainIsSlowedDown() {
        ObjectNode wish = Desk.wish(provider, first);
        for (int i = 0; i < HOLDS_AN_HOUR; i++) {
            Answer held = patient.api().post("/holds", wish).expect(201);
            patient.api()
                    .ifMatch(held.etag())
                    .delete("/holds/" + held.at("/id"))
                    .expect(204);
        }
        Answer refused = patient.api().post("/holds", wish).expectProblem(429, "rate-limited");
        assertThat(Long.parseLong(refused.header("Retry-After").orElse(""))).isBetween(1L, 180L);
        Desk.book(patient, provider, first).expect(201);
    }
}
