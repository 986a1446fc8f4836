package health.miadi.record.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.miadi.testing.Answer;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.Race;
import health.miadi.testing.TestProvider;
import java.sql.Connection;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("R-REC-1, R-REC-3: of those who write a record at once")
class RecordRaceIT {
    private static final int WRITERS = 6;
    private static final long LIMIT_SECONDS = 60;

    private final Clinic clinic = Clinic.ofTheSuite();
    private final Visits visits = new Visits(clinic);
    private final TestProvider provider = clinic.aProvider();

    @Test
    @DisplayName("the first one, one gets it and the other is told of the duplicate")
    void twoFirst() throws Exception {
        Answer visit = visits.begun(clinic.aPatient(), provider);
        try (Connection held = clinic.database().connect()) {
            held.setAutoCommit(false);
            try (var lock = held.prepareStatement("SELECT FROM appointments WHERE id = ? FOR UPDATE")) {
                lock.setObject(1, UUID.fromString(visit.at("/id")));
                lock.execute();
            }
            // both have looked before either writes
            List<CompletableFuture<Answer>> writing = List.of(write(visit, "One"), write(visit, "Two"));
            awaitWaiting(2);
            held.rollback();
            List<Answer> answers = List.of(
                    writing.get(0).get(LIMIT_SECONDS, TimeUnit.SECONDS),
                    writing.get(1).get(LIMIT_SECONDS, TimeUnit.SECONDS));

            assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 409);
            answers.stream()
                    .filter(answer -> answer.status() == 409)
                    .forEach(answer -> answer.expectProblem(409, "duplicate"));
        }
        assertThat(versionsOf(visit)).isEqualTo(1);
    }

    @Test
    @DisplayName("the first one, exactly one gets it however close they come")
    void manyFirst() throws Exception {
        Answer visit = visits.begun(clinic.aPatient(), provider);
        Callable<Answer> writer = () -> provider.api().put(Visits.path(visit), text("First"));
        try (Race race = new Race(WRITERS)) {
            List<Answer> answers = race.run(Collections.nCopies(WRITERS, writer));

            assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
            // whoever came when it was there already did not say which version is to be amended
            assertThat(answers)
                    .filteredOn(answer -> answer.status() != 201)
                    .allMatch(answer -> answer.status() == 409 || answer.status() == 428);
        }
        assertThat(versionsOf(visit)).isEqualTo(1);
    }

    @Test
    @DisplayName("the same amendment, one gets it and the others are stale")
    void manyAmendments() throws Exception {
        Answer visit = visits.begun(clinic.aPatient(), provider);
        Answer first = provider.api().put(Visits.path(visit), text("First")).expect(201);
        Callable<Answer> writer = () -> provider.api().ifMatch(first.etag()).put(Visits.path(visit), text("Second"));
        try (Race race = new Race(WRITERS)) {
            List<Answer> answers = race.run(Collections.nCopies(WRITERS, writer));

            assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
            answers.stream()
                    .filter(answer -> answer.status() != 200)
                    .forEach(answer -> answer.expectProblem(412, "stale"));
        }
        assertThat(versionsOf(visit)).isEqualTo(2);
    }

    private CompletableFuture<Answer> write(Answer visit, String diagnosis) {
        return CompletableFuture.supplyAsync(() -> provider.api().put(Visits.path(visit), text(diagnosis)));
    }

    private static ObjectNode text(String diagnosis) {
        return Json.object("diagnosis", diagnosis);
    }

    private void awaitWaiting(int many) {
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (clinic.database().number("SELECT count(*) FROM pg_locks WHERE NOT granted") < many) {
            assertThat(System.nanoTime()).as("they wait for the appointment").isLessThan(patience);
            Thread.onSpinWait();
        }
    }

    private long versionsOf(Answer visit) {
        return clinic.database()
                .number(
                        "SELECT count(*) FROM medical_records r JOIN medical_record_versions v ON v.record_id = r.id"
                                + " WHERE appointment_id = ?",
                        UUID.fromString(visit.at("/id")));
    }
}
