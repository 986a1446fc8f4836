package health.miadi.appointment.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.miadi.testing.Answer;
import health.miadi.testing.Api;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.Race;
import health.miadi.testing.TestPatient;
import health.miadi.testing.TestProvider;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * R-BOOK-1, R-BOOK-2: whoever sends at the same moment, a time is booked once. Every race ends with a look into the
 * database for overlaps, and in none may the server answer 5xx ({@link Race}).
 */
class BookingRaceIT {

    private static final int CLIENTS = 32;
    private static final int MANY_ROUNDS = 50;
    private static final int ROUNDS = 15;
    private static final Duration SLOT = Duration.ofMinutes(30);
    private static final Duration HALF_A_SLOT = Duration.ofMinutes(15);

    private final Clinic clinic = Clinic.ofTheSuite();
    private final Race race = new Race(CLIENTS);
    private final TestProvider provider = clinic.aProvider().workingDaily("00:00", "24:00");
    private final Instant start = provider.mondayAt("00:00");

    @AfterEach
    void nobodyIsBookedTwice() {
        race.close();
        assertThat(clinic.database().number(Overlaps.COUNT)).isZero();
    }

    private List<TestPatient> patients(int count) {
        return IntStream.range(0, count).mapToObj(i -> clinic.aPatient()).toList();
    }

    private static Answer book(Api api, TestProvider provider, TestPatient patient, Instant at) {
        return api.post(
                "/appointments", Json.object("providerId", provider.id(), "patientId", patient.id(), "start", at));
    }

    private static Answer book(TestPatient patient, TestProvider provider, Instant at) {
        return book(patient.api(), provider, patient, at);
    }

    private static Answer move(TestPatient patient, Answer appointment, TestProvider provider, Instant to) {
        return patient.api()
                .ifMatch(appointment.etag())
                .post(
                        "/appointments/" + appointment.at("/id") + "/reschedule",
                        Json.object("providerId", provider.id(), "start", to));
    }

    private static Answer cancel(TestPatient patient, Answer appointment) {
        return patient.api().ifMatch(appointment.etag()).post("/appointments/" + appointment.at("/id") + "/cancel");
    }

    private static long winners(List<Answer> answers) {
        return answers.stream().filter(answer -> answer.status() < 300).count();
    }

    private static void assertLosersWereToldWhy(List<Answer> answers, String... slugs) {
        answers.stream().filter(answer -> answer.status() >= 300).forEach(answer -> assertThat(answer.at("/type"))
                .as("%s", answer)
                .isIn(List.of(slugs).stream().map(slug -> "/problems/" + slug).toList()));
    }

    @Test
    void ofManyPatientsForOneSlotOneGetsIt() throws Exception {
        List<TestPatient> patients = patients(CLIENTS);
        for (int round = 0; round < MANY_ROUNDS; round++) {
            Instant slot = start.plus(SLOT.multipliedBy(round));
            List<Answer> answers = race.run(patients.stream()
                    .map(patient -> (Callable<Answer>) () -> book(patient, provider, slot))
                    .toList());
            assertThat(winners(answers)).as("winners of round %d", round).isEqualTo(1);
            assertLosersWereToldWhy(answers, "slot-taken");
        }
        assertThat(clinic.database().number("SELECT count(*) FROM appointments WHERE provider_id = ?", provider.id()))
                .isEqualTo(MANY_ROUNDS);
    }

    @Test
    void ofStartsThatHalfOverlapNoTwoNeighboursAreBooked() throws Exception {
        List<TestPatient> patients = patients(12);
        for (int round = 0; round < ROUNDS; round++) {
            Instant from = start.plus(Duration.ofHours(2).multipliedBy(round));
            List<Callable<Answer>> clients = new ArrayList<>();
            for (int i = 0; i < patients.size(); i++) {
                TestPatient patient = patients.get(i);
                Instant at = from.plus(HALF_A_SLOT.multipliedBy(i % 3));
                clients.add(() -> book(patient, provider, at));
            }
            List<Answer> answers = race.run(clients);
            assertThat(winners(answers)).as("winners of round %d", round).isBetween(1L, 2L);
            assertLosersWereToldWhy(answers, "slot-taken");
        }
    }

    @Test
    void onePatientIsNotWithTwoProvidersAtOnce() throws Exception {
        TestProvider another = clinic.aProvider().workingDaily("00:00", "24:00");
        TestPatient patient = clinic.aPatient();
        for (int round = 0; round < ROUNDS; round++) {
            Instant slot = start.plus(SLOT.multipliedBy(round));
            List<Callable<Answer>> clients = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                clients.add(() -> book(patient, provider, slot));
                clients.add(() -> book(clinic.admin(), another, patient, slot));
            }
            List<Answer> answers = race.run(clients);
            assertThat(winners(answers)).as("winners of round %d", round).isEqualTo(1);
            assertLosersWereToldWhy(answers, "slot-taken", "patient-busy");
        }
    }

    @Test
    void ofTwoMovesIntoOneGapOneSucceeds() throws Exception {
        TestPatient one = clinic.aPatient();
        TestPatient two = clinic.aPatient();
        for (int round = 0; round < ROUNDS; round++) {
            Instant first = start.plus(Duration.ofHours(2).multipliedBy(round));
            Instant gap = first.plus(SLOT.multipliedBy(2));
            Answer ofOne = book(one, provider, first).expect(201);
            Answer ofTwo = book(two, provider, first.plus(SLOT)).expect(201);
            List<Answer> answers =
                    race.run(List.of(() -> move(one, ofOne, provider, gap), () -> move(two, ofTwo, provider, gap)));
            assertThat(winners(answers)).as("winners of round %d", round).isEqualTo(1);
            assertLosersWereToldWhy(answers, "slot-taken");
        }
    }

    @Test
    void movesAcrossEachOtherBetweenTwoProvidersEndWithoutHarm() throws Exception {
        TestProvider another = clinic.aProvider().workingDaily("00:00", "24:00");
        TestPatient one = clinic.aPatient();
        TestPatient two = clinic.aPatient();
        for (int round = 0; round < ROUNDS; round++) {
            Instant slot = start.plus(Duration.ofHours(2).multipliedBy(round));
            Instant later = slot.plus(SLOT);
            Answer here = book(one, provider, slot).expect(201);
            Answer there = book(one, another, later).expect(201);
            Answer othersHere = book(two, provider, later).expect(201);
            Answer othersThere = book(two, another, slot).expect(201);
            List<Answer> answers = race.run(List.of(
                    () -> move(one, here, another, slot.plus(SLOT.multipliedBy(2))),
                    () -> move(one, there, provider, slot.plus(SLOT.multipliedBy(3))),
                    () -> move(two, othersHere, another, slot.plus(SLOT.multipliedBy(3))),
                    () -> move(two, othersThere, provider, slot.plus(SLOT.multipliedBy(2)))));
            assertThat(winners(answers)).as("round %d: %s", round, answers).isEqualTo(4);
        }
    }

    @Test
    void bookingAgainstMovingAgainstCancellingLeavesOneAtMost() throws Exception {
        TestPatient holder = clinic.aPatient();
        TestPatient mover = clinic.aPatient();
        List<TestPatient> bookers = patients(4);
        for (int round = 0; round < ROUNDS; round++) {
            Instant wanted = start.plus(Duration.ofHours(2).multipliedBy(round));
            Instant elsewhere = wanted.plus(SLOT.multipliedBy(2));
            Answer held = book(holder, provider, wanted).expect(201);
            Answer movable = book(mover, provider, wanted.plus(SLOT)).expect(201);
            List<Callable<Answer>> clients = new ArrayList<>();
            clients.add(() -> cancel(holder, held));
            clients.add(() -> move(holder, held, provider, elsewhere));
            clients.add(() -> move(mover, movable, provider, wanted));
            bookers.forEach(booker -> clients.add(() -> book(booker, provider, wanted)));
            List<Answer> answers = race.run(clients);
            assertThat(winners(answers.subList(0, 2)))
                    .as("cancelled or moved away in round %d, and not both", round)
                    .isEqualTo(1);
            assertThat(winners(answers.subList(2, answers.size())))
                    .as("got the time in round %d", round)
                    .isLessThanOrEqualTo(1);
            assertLosersWereToldWhy(answers, "slot-taken", "stale", "illegal-transition");
        }
    }

    @Test
    void bookingWhileTheCalendarAndThePatientsFileChangeWaitsInNoCircle() throws Exception {
        TestPatient patient = clinic.aPatient();
        Answer file = patient.api().get("/patients/" + patient.id()).expect(200);
        for (int round = 0; round < ROUNDS; round++) {
            Instant from = start.plus(Duration.ofHours(2).multipliedBy(round));
            String day = provider.monday().plusDays(20 + round).toString();
            String etag = patient.api().get("/patients/" + patient.id()).etag();
            List<Callable<Answer>> clients = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                Instant at = from.plus(SLOT.multipliedBy(i));
                clients.add(() -> book(patient, provider, at));
                clients.add(() -> provider.api()
                        .post(
                                "/providers/" + provider.id() + "/exceptions",
                                Json.object("kind", "absent", "startDate", day, "endDate", day)));
            }
            clients.add(() -> clinic.admin().ifMatch(etag).put("/patients/" + patient.id(), changeable(file)));
            List<Answer> answers = race.run(clients);
            assertThat(winners(answers)).as("round %d: %s", round, answers).isEqualTo(clients.size());
        }
    }

    private static ObjectNode changeable(Answer file) {
        ObjectNode body = file.json().deepCopy();
        return body.retain("firstName", "lastName", "dateOfBirth", "gender", "phone", "email", "nationalId");
    }
}
