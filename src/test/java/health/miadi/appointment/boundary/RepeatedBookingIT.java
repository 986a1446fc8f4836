package health.miadi.appointment.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.miadi.testing.Answer;
import health.miadi.testing.Clinic;
import health.miadi.testing.Race;
import health.miadi.testing.TestPatient;
import health.miadi.testing.TestProvider;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** R-BOOK-6: a booking that is sent again under its key is the same booking. */
class RepeatedBookingIT {

    private static final int CLIENTS = 8;
    private static final int ROUNDS = 12;

    private final Clinic clinic = Clinic.ofTheSuite();
    private final Desk desk = new Desk(clinic);
    private final TestProvider provider = clinic.aProvider().workingMondays("00:00", "24:00");
    private final TestPatient patient = clinic.aPatient();
    private final Instant midnight = provider.mondayAt("00:00");

    private Answer send(String key, ObjectNode wish) {
        return patient.api().with("Idempotency-Key", key).post("/appointments", wish);
    }

    @Test
    void aRepetitionGetsTheFirstAnswerAgainAndBooksNothing() {
        String key = Clinic.unique();
        ObjectNode wish = Desk.wish(provider, midnight);
        Answer first = send(key, wish).expect(201);
        Answer second = send(key, wish).expect(201);
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(second.etag()).isEqualTo(first.etag());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(desk.countOf(provider)).isEqualTo(1);
    }

    @Test
    void aRepetitionAfterItWasCancelledGetsTheFirstAnswerToo() {
        String key = Clinic.unique();
        ObjectNode wish = Desk.wish(provider, midnight);
        Answer first = send(key, wish).expect(201);
        Desk.act(patient.api(), first, "cancel").expect(200);
        assertThat(send(key, wish).expect(201).text()).isEqualTo(first.text());
        assertThat(desk.countOf(provider)).isEqualTo(1);
    }

    @Test
    void anotherBookingUnderTheSameKeyIsRefused() {
        String key = Clinic.unique();
        send(key, Desk.wish(provider, midnight)).expect(201);
        send(key, Desk.wish(provider, midnight.plusSeconds(3600))).expectProblem(422, "idempotency-mismatch");
        assertThat(desk.countOf(provider)).isEqualTo(1);
    }

    @Test
    void aRefusedBookingLeavesItsKeyFree() {
        String key = Clinic.unique();
        Answer held = Desk.book(clinic.aPatient(), provider, midnight).expect(201);
        send(key, Desk.wish(provider, midnight)).expectProblem(409, "slot-taken");
        assertThat(clinic.database().number("SELECT count(*) FROM idempotency_keys WHERE key = ?", key))
                .isZero();
        Desk.act(clinic.admin(), held, "cancel").expect(200);
        send(key, Desk.wish(provider, midnight)).expect(201);
    }

    @Test
    void aRepetitionThatIsOvertakenByTheFirstRequestGetsItsAnswerToo() throws Exception {
        ObjectNode wish = Desk.wish(provider, midnight);
        String key = Clinic.unique();
        String firstKey = Clinic.unique();
        Answer first = send(firstKey, wish).expect(201);
        Desk.act(patient.api(), first, "cancel").expect(200);
        ExecutorService background = Executors.newSingleThreadExecutor();
        try (Connection overtaking = clinic.database().connect()) {
            overtaking.setAutoCommit(false);
            execute(overtaking, "SELECT id FROM persons WHERE id = ? FOR NO KEY UPDATE", provider.id());
            Future<Answer> second = background.submit(() -> send(key, wish));
            while (clinic.database().number("SELECT count(*) FROM pg_locks WHERE NOT granted") == 0) {
                assertThat(second.isDone()).isFalse();
            }
            // the second has looked its key up and found nothing; now the first ends
            execute(
                    overtaking,
                    "UPDATE appointments SET status = 'scheduled' WHERE id = ?",
                    UUID.fromString(first.at("/id")));
            execute(
                    overtaking,
                    "INSERT INTO idempotency_keys SELECT user_id, ?, request_hash, status, location, etag, body,"
                            + " created_at FROM idempotency_keys WHERE key = '" + firstKey + "'",
                    key);
            overtaking.commit();
            assertThat(second.get().expect(201).text()).isEqualTo(first.text());
        } finally {
            background.shutdownNow();
        }
        assertThat(desk.countOf(provider)).isEqualTo(1);
    }

    private static void execute(Connection connection, String sql, Object parameter) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, parameter);
            statement.execute();
        }
    }

    @Test
    void ofManyAtOnceOneBooksAndNobodyIsToldThatTheTimeIsTaken() throws Exception {
        try (Race race = new Race(CLIENTS)) {
            for (int round = 0; round < ROUNDS; round++) {
                String key = Clinic.unique();
                ObjectNode wish =
                        Desk.wish(provider, midnight.plus(Duration.ofHours(1).multipliedBy(round)));
                List<Answer> answers = race.run(Collections.nCopies(CLIENTS, (Callable<Answer>) () -> send(key, wish)));
                String booked = send(key, wish).expect(201).at("/id");
                assertThat(answers).allSatisfy(answer -> {
                    if (answer.status() == 201) {
                        assertThat(answer.at("/id")).isEqualTo(booked);
                    } else {
                        answer.expectProblem(409, "idempotency-in-flight");
                    }
                });
            }
        }
        assertThat(desk.countOf(provider)).isEqualTo(ROUNDS);
    }
}
