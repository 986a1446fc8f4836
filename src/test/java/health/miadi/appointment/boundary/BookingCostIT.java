package health.miadi.appointment.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.testing.Answer;
import health.miadi.testing.Api;
import health.miadi.testing.Clinic;
import health.miadi.testing.DatabaseWork;
import health.miadi.testing.Json;
import health.miadi.testing.TestPatient;
import health.miadi.testing.TestProvider;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What requests cost the database, and that it does not grow with the past. */
class BookingCostIT {
    /** A round trip that is not among the counted statements. */
    private static final long COMMIT = 1;

    private static final int PAST_APPOINTMENTS = 10_000;
    /** A deeper index costs a page or two more a look-up; walking past the past would cost hundreds. */
    private static final long DEEPER_INDEXES = 60;

    private final Clinic clinic = Clinic.ofTheSuite();
    private final TestPatient patient = clinic.aPatient();
    private final TestProvider provider = clinic.aProvider().workingDaily("00:00", "24:00");
    private final AtomicInteger slot = new AtomicInteger();

    @Test
    void bookingIsFiveRoundTripsToTheDatabase() {
        assertThat(cost(this::book).statements()).isEqualTo(5 - COMMIT);
    }

    /** R-AUTH-13: whether the provider sees the patient is asked in the statement that locks them. */
    @Test
    void aProvidersBookingTakesNoMore() {
        clinic.introduce(patient, provider);
        assertThat(cost(with -> with.api()
                                .post(
                                        "/appointments",
                                        Json.object(
                                                "providerId",
                                                with.id(),
                                                "patientId",
                                                patient.id(),
                                                "start",
                                                nextStart(with)))
                                .expect(201))
                        .statements())
                .isEqualTo(5 - COMMIT);
    }

    @Test
    void aKeyedBookingTakesTwoMoreForItsKey() {
        assertThat(cost(provider -> post(patient.api().with("Idempotency-Key", Clinic.unique()), provider))
                        .statements())
                .isEqualTo(7 - COMMIT);
    }

    @Test
    void aSearchIsOneQueryHoweverManyProvidersAndDays() {
        long ofOne = cost(one -> slots("&providerId=" + one.id(), Duration.ofDays(1)))
                .statements();
        assertThat(cost(one -> slots("&providerId=" + one.id(), Duration.ofDays(92)))
                        .statements())
                .isEqualTo(ofOne);
        // R-AUTH-12: a wide one is counted first
        assertThat(cost(all -> slots("", Duration.ofDays(92))).statements()).isEqualTo(ofOne + 1);
    }

    @Test
    void noRequestPaysForThePast() {
        Stream<Consumer<TestProvider>> requests = Stream.of(
                this::book,
                one -> slots("&providerId=" + one.id(), Duration.ofDays(31)),
                one -> get("/appointments?limit=20&providerId=" + one.id()),
                one -> get("/appointments?limit=20&order=desc&providerId=" + one.id()),
                one -> get("/appointments?limit=20&status=scheduled&providerId=" + one.id()),
                one -> get("/appointments?limit=20&status=checked_in&providerId=" + one.id()),
                one -> get("/appointments?limit=20&status=checked_in"),
                one -> get("/appointments?limit=20&from=" + Instant.now() + "&providerId=" + one.id()));
        TestProvider veteran = clinic.aProvider().workingDaily("00:00", "24:00");
        haveWorkedForYears(veteran);
        requests.forEach(request -> {
            long fresh = DatabaseWork.of(clinic.database(), () -> request.accept(provider))
                    .pages();
            long grown = DatabaseWork.of(clinic.database(), () -> request.accept(veteran))
                    .pages();
            assertThat(grown).isLessThanOrEqualTo(fresh + DEEPER_INDEXES);
        });
    }

    @Test
    void theLastPageCostsWhatTheFirstDoes() {
        TestProvider veteran = clinic.aProvider();
        haveWorkedForYears(veteran);
        String list = "/appointments?limit=200&providerId=" + veteran.id();
        String cursor = "";
        for (Answer page = get(list); !page.json().at("/next").isNull(); page = get(list + cursor)) {
            cursor = "&cursor=" + page.at("/next");
        }
        String last = list + cursor;
        long first = DatabaseWork.of(clinic.database(), () -> get(list)).pages();
        assertThat(DatabaseWork.of(clinic.database(), () -> get(last)).pages())
                .isLessThanOrEqualTo(first + DEEPER_INDEXES);
    }

    private DatabaseWork cost(Consumer<TestProvider> request) {
        return DatabaseWork.of(clinic.database(), () -> request.accept(provider));
    }

    private void book(TestProvider with) {
        post(patient.api(), with);
    }

    private void post(Api api, TestProvider with) {
        Instant start = nextStart(with);
        api.post("/appointments", Json.object("providerId", with.id(), "start", start))
                .expect(201);
    }

    private Instant nextStart(TestProvider with) {
        return with.mondayAt("00:00").plus(Duration.ofMinutes(30L * slot.getAndIncrement()));
    }

    private void slots(String filter, Duration ahead) {
        Instant from = provider.mondayAt("00:00");
        get("/slots?limit=20&from=" + from + "&to=" + from.plus(ahead) + filter);
    }

    private Answer get(String path) {
        return clinic.admin().get(path).expect(200);
    }

    /** A colleague has too: where all appointments were one provider's, PostgreSQL would rightly walk by start alone. */
    private void haveWorkedForYears(TestProvider veteran) {
        haveAPast(veteran);
        haveAPast(clinic.aProvider());
        // also takes away what other tests' losers left behind, which a scan may have to step over
        clinic.database().update("VACUUM (ANALYZE) appointments");
    }

    private void haveAPast(TestProvider veteran) {
        clinic.database().update("""
                        INSERT INTO appointments (id, provider_id, patient_id, start_at, end_at, blocked_from,
                            blocked_until, time_zone, status, last_change, changed_by_role, created_at, updated_at)
                        SELECT gen_random_uuid(), ?, ?, s, s + interval '30 min', s, s + interval '30 min', 'UTC',
                            'completed', 'completed', 'system', s, s
                        FROM generate_series(1, ?) AS k, LATERAL (SELECT now() - k * interval '30 min' AS s) AS times
                        """, veteran.id(), patient.id(), PAST_APPOINTMENTS);
    }
}
