package health.miadi.shared.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.miadi.testing.Answer;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.Race;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R-BOOK-6: the same key and body from the same user give the first answer again. */
class IdempotencyIT {

    private final Clinic clinic = Clinic.ofTheSuite();
    private final String key = Clinic.unique();
    private final String name = "Vider-" + Clinic.unique();
    private final ObjectNode provider =
            Json.object("firstName", "Pro", "lastName", name, "cadre", "nurse", "timeZone", "UTC");

    private Answer send() {
        return clinic.admin().with("Idempotency-Key", key).post("/providers", provider);
    }

    private long stored() {
        return clinic.database().number("SELECT count(*) FROM persons WHERE last_name = ?", name);
    }

    @Test
    void aRepetitionGetsTheFirstAnswerAgain() {
        Answer first = send().expect(201);
        Answer second = send().expect(201);
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(second.header("Location")).isPresent().isEqualTo(first.header("Location"));
        assertThat(second.etag()).isEqualTo(first.etag());
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void theOrderOfMembersMakesNoOtherBody() {
        Answer first = send().expect(201);
        ObjectNode reordered = Json.object("timeZone", "UTC", "cadre", "nurse", "lastName", name, "firstName", "Pro");
        Answer second = clinic.admin().with("Idempotency-Key", key).post("/providers", reordered);
        assertThat(second.expect(201).at("/id")).isEqualTo(first.at("/id"));
    }

    @Test
    void anotherBodyUnderTheSameKeyIsRefused() {
        send().expect(201);
        clinic.admin()
                .with("Idempotency-Key", key)
                .post("/providers", provider.deepCopy().put("firstName", "Another"))
                .expectProblem(422, "idempotency-mismatch");
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void anotherUserMayHaveTheSameKey() {
        send().expect(201);
        Clinic another = Clinic.ofTheSuite();
        another.admin()
                .with("Idempotency-Key", key)
                .post("/providers", provider)
                .expect(201);
        assertThat(stored()).isEqualTo(2);
    }

    @Test
    void aRefusedRequestDoesNotUseUpItsKey() {
        clinic.admin()
                .wrongOnPurpose()
                .with("Idempotency-Key", key)
                .post("/providers", provider.deepCopy().put("timeZone", "nowhere"))
                .expect(400);
        send().expect(201);
    }

    @Test
    void aKeyOlderThanADayIsForgotten() {
        send().expect(201);
        clinic.database()
                .update("UPDATE idempotency_keys SET created_at = created_at - interval '25 hours' WHERE key = ?", key);
        send().expect(201);
        assertThat(stored()).isEqualTo(2);
    }

    @Test
    void manyAtOnceCreateOnce() throws Exception {
        try (Race race = new Race(16)) {
            Callable<Answer> client = this::send;
            List<Answer> answers = race.run(Collections.nCopies(16, client));
            assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isIn(201, 409));
            assertThat(answers.stream().filter(answer -> answer.status() == 201).map(answer -> answer.at("/id")))
                    .isNotEmpty()
                    .containsOnly(send().expect(201).at("/id"));
        }
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void withoutAKeyEveryRequestCreates() {
        clinic.admin().post("/providers", provider).expect(201);
        clinic.admin().post("/providers", provider).expect(201);
        assertThat(stored()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "with space", "with\ttab"})
    void aKeyThatIsNoneIsRefused(String wrong) {
        assertRefused(wrong);
    }

    @Test
    void aKeyThatIsTooLongIsRefused() {
        assertRefused("k".repeat(201));
    }

    private void assertRefused(String wrong) {
        clinic.admin()
                .wrongOnPurpose()
                .with("Idempotency-Key", wrong)
                .post("/providers", provider)
                .expectProblem(400, "validation");
        assertThat(stored()).isZero();
    }
}
