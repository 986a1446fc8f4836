package health.miadi.appointment.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.miadi.testing.Answer;
import health.miadi.testing.Clinic;
import health.miadi.testing.Race;
import health.miadi.testing.TestPatient;
import health.miadi.testing.TestProvider;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** R-BOOK-1, R-BOOK-2 and R-BOOK-10 in races and against other programs; each ends with a look for overlaps. */
class HoldRaceIT {

    private static final int CLIENTS = 32;
    private static final int ROUNDS = 10;
    private static final Duration SLOT = Duration.ofMinutes(30);

    private final Clinic clinic = Clinic.ofTheSuite();
    private final TestProvider provider = clinic.aProvider().workingDaily("00:00", "24:00");
    private final Instant start = provider.mondayAt("00:00");
    private final Race race = new Race(CLIENTS);

    @AfterEach
    void nothingOverlaps() {
        race.close();
        assertThat(clinic.database().number(Overlaps.COUNT)).isZero();
        assertThat(clinic.database().number(Overlaps.WITH_HOLDS)).isZero();
    }

    @Test
    void ofManyWhoHoldOneSlotOneGetsIt() throws Exception {
        List<TestPatient> patients = patients(CLIENTS);
        for (int round = 0; round < ROUNDS; round++) {
            Instant slot = start.plus(SLOT.multipliedBy(round));
            List<Answer> answers = race.run(patients.stream()
                    .<Callable<Answer>>map(one -> () -> hold(one, slot))
                    .toList());
            assertThat(created(answers)).as("winners of round %d", round).isOne();
            losersWereTold(answers, "slot-taken");
            endAllHolds();
        }
    }

    @Test
    void aTimeIsEitherHeldOrBooked() throws Exception {
        List<TestPatient> patients = patients(8);
        for (int round = 0; round < ROUNDS; round++) {
            Instant slot = start.plus(SLOT.multipliedBy(round));
            List<Callable<Answer>> clients = new ArrayList<>();
            for (int i = 0; i < patients.size(); i++) {
                TestPatient one = patients.get(i);
                clients.add(i % 2 == 0 ? () -> hold(one, slot) : () -> Desk.book(one, provider, slot));
            }
            List<Answer> answers = race.run(clients);
            assertThat(created(answers)).as("winners of round %d", round).isOne();
            losersWereTold(answers, "slot-taken");
            endAllHolds();
        }
    }

    @Test
    void onePatientNeitherHoldsNorHasTwoTimesAtOnce() throws Exception {
        TestProvider another = clinic.aProvider().workingDaily("00:00", "24:00");
        for (int round = 0; round < ROUNDS; round++) {
            TestPatient one = clinic.aPatient();
            Instant slot = start.plus(SLOT.multipliedBy(round));
            List<Callable<Answer>> clients = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                clients.add(() -> hold(one, slot));
                clients.add(() -> one.api().post("/holds", Desk.wish(another, slot)));
                clients.add(() -> Desk.book(one, another, slot));
            }
            List<Answer> answers = race.run(clients);
            assertThat(created(answers)).as("round %d: %s", round, answers).isOne();
            losersWereTold(answers, "slot-taken", "patient-busy");
            endAllHolds();
        }
    }

    @Test
    void aUserWhoHoldsEightTimesAtOnceGetsThree() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            TestPatient one = clinic.aPatient();
            TestProvider another = clinic.aProvider().workingDaily("00:00", "24:00");
            List<Callable<Answer>> clients = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                TestProvider with = i % 2 == 0 ? provider : another;
                Instant slot = start.plus(SLOT.multipliedBy(8L * round + i));
                clients.add(() -> one.api().post("/holds", Desk.wish(with, slot)));
            }
            List<Answer> answers = race.run(clients);
            assertThat(created(answers)).as("holds of round %d", round).isEqualTo(3);
            losersWereTold(answers, "hold-limit");
        }
    }

    @Test
    void aHoldThatExpiresWhileItIsBookedIsBookedOnceOrNotAtAll() throws Exception {
        TestPatient holder = clinic.aPatient();
        List<TestPatient> others = patients(6);
        for (int round = 0; round < ROUNDS; round++) {
            Instant slot = start.plus(SLOT.multipliedBy(round));
            Answer held = hold(holder, slot).expect(201);
            List<Callable<Answer>> clients = new ArrayList<>();
            clients.add(() -> redeem(holder, held));
            clients.add(() -> redeem(holder, held));
            clients.add(() -> {
                expire(held);
                return clinic.admin().get("/config");
            });
            others.forEach(one -> clients.add(() -> Desk.book(one, provider, slot)));
            List<Answer> answers = race.run(clients);
            answers.remove(2);
            assertThat(created(answers)).as("booked in round %d", round).isLessThanOrEqualTo(1);
            losersWereTold(answers, "slot-taken", "hold-expired");
        }
    }

    @Test
    void aHoldThatIsReleasedWhileItIsBookedEndsEitherWay() throws Exception {
        TestPatient holder = clinic.aPatient();
        for (int round = 0; round < ROUNDS; round++) {
            Answer held = hold(holder, start.plus(SLOT.multipliedBy(round))).expect(201);
            List<Answer> answers = race.run(List.of(
                    () -> redeem(holder, held),
                    () -> holder.api().ifMatch(held.etag()).delete("/holds/" + held.at("/id"))));
            assertThat(answers.stream().filter(answer -> answer.status() < 300))
                    .as("round %d: %s", round, answers)
                    .hasSize(1);
            losersWereTold(answers, "hold-expired", "not-found", "validation");
        }
    }

    @Test
    void otherProgramsCannotWriteOverAHoldNorHoldWhatIsBooked() {
        TestPatient one = clinic.aPatient();
        hold(one, start).expect(201);
        Desk.book(one, provider, start.plus(SLOT)).expect(201);

        assertThatThrownBy(() -> insertAppointment(one, start)).hasStackTraceContaining("a hold is in the way");
        assertThatThrownBy(() -> insertHold(one, start)).hasStackTraceContaining("holds_provider_overlap");
        assertThatThrownBy(() -> insertHold(one, start.plus(SLOT)))
                .hasStackTraceContaining("an appointment is in the way");
        assertThatThrownBy(() -> clinic.database()
                        .update(
                                "UPDATE appointments SET blocked_from = blocked_from - interval '1 minute'"
                                        + " WHERE provider_id = ?",
                                provider.id()))
                .hasStackTraceContaining("a hold is in the way");
        insertHold(one, start.plus(SLOT.multipliedBy(2)));
    }

    @Test
    void otherProgramsCannotGiveAPatientTwoTimesAtOnce() {
        TestPatient one = clinic.aPatient();
        TestProvider another = clinic.aProvider().workingDaily("00:00", "24:00");
        one.api().post("/holds", Desk.wish(another, start)).expect(201);
        Desk.book(one, another, start.plus(SLOT)).expect(201);

        assertThatThrownBy(() -> insertAppointment(one, start))
                .hasStackTraceContaining("a hold of the patient is in the way");
        assertThatThrownBy(() -> insertHold(one, start)).hasStackTraceContaining("holds_patient_overlap");
        assertThatThrownBy(() -> insertHold(one, start.plus(SLOT)))
                .hasStackTraceContaining("an appointment of the patient is in the way");
    }

    private void insertAppointment(TestPatient patient, Instant at) {
        clinic.database().update("""
                        INSERT INTO appointments (id, provider_id, patient_id, start_at, end_at, blocked_from,
                            blocked_until, time_zone, status, last_change, changed_by_role, created_at, updated_at)
                        SELECT gen_random_uuid(), ?, ?, s, s + interval '30 min', s, s + interval '30 min', 'UTC',
                            'scheduled', 'booked', 'system', s, s FROM (SELECT ?::timestamptz AS s) AS at
                        """, provider.id(), patient.id(), at.toString());
    }

    private void insertHold(TestPatient patient, Instant at) {
        clinic.database().update("""
                        INSERT INTO holds (id, user_id, provider_id, patient_id, start_at, end_at, blocked_from,
                            blocked_until, expires_at, created_at, updated_at)
                        SELECT gen_random_uuid(), (SELECT id FROM users WHERE person_id = ?), ?, ?, s,
                            s + interval '30 min', s, s + interval '30 min', now() + interval '5 min', now(), now()
                        FROM (SELECT ?::timestamptz AS s) AS at
                        """, patient.id(), provider.id(), patient.id(), at.toString());
    }

    private Answer hold(TestPatient by, Instant slot) {
        return by.api().post("/holds", Desk.wish(provider, slot));
    }

    private Answer redeem(TestPatient by, Answer held) {
        return by.api()
                .post(
                        "/appointments",
                        Desk.wish(provider, Instant.parse(held.at("/start"))).put("holdId", held.at("/id")));
    }

    private void expire(Answer held) {
        clinic.database()
                .update(
                        "UPDATE holds SET expires_at = now() WHERE ended_at IS NULL AND id = ?",
                        UUID.fromString(held.at("/id")));
    }

    private void endAllHolds() {
        clinic.database()
                .update(
                        "UPDATE holds SET expires_at = now() WHERE ended_at IS NULL AND provider_id = ?",
                        provider.id());
    }

    private List<TestPatient> patients(int count) {
        return Stream.generate(clinic::aPatient).limit(count).toList();
    }

    private static long created(List<Answer> answers) {
        return answers.stream().filter(answer -> answer.status() == 201).count();
    }

    private static void losersWereTold(List<Answer> answers, String... slugs) {
        assertThat(answers.stream().filter(answer -> answer.status() >= 400))
                .allSatisfy(answer -> assertThat(answer.at("/type").replace("/problems/", ""))
                        .as("%s", answer)
                        .isIn((Object[]) slugs));
    }
}
