package health.miadi.shared.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.miadi.testing.Answer;
import health.miadi.testing.Api;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R-BOOK-6: a creation that is sent again under the same key happens once. */
class RepeatedCreationIT {

    private final Clinic clinic = Clinic.ofTheSuite();
    private final String name = "Once-" + Clinic.unique();
    private final String key = Clinic.unique();
    private final Api api = clinic.admin().with("Idempotency-Key", key);

    private ObjectNode provider(String firstName) {
        return Json.object("firstName", firstName, "lastName", name, "cadre", "nurse", "timeZone", "UTC");
    }

    private long stored() {
        return clinic.database().number("SELECT count(*) FROM persons WHERE last_name = ?", name);
    }

    @Test
    void theSameRequestGivesTheFirstAnswerAgain() {
        Answer first = api.post("/providers", provider("Pro")).expect(201);
        Answer again = api.post("/providers", provider("Pro")).expect(201);

        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.etag()).isEqualTo(first.etag());
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void anotherRequestUnderTheSameKeyIsRefused() {
        api.post("/providers", provider("Pro")).expect(201);

        api.post("/providers", provider("Other")).expectProblem(422, "idempotency-mismatch");

        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void aRefusedRequestDoesNotUseUpItsKey() {
        api.wrongOnPurpose().post("/providers", Json.object("lastName", name)).expectProblem(400, "validation");

        api.post("/providers", provider("Pro")).expect(201);
    }

    @Test
    void theKeysOfTwoUsersHaveNothingToDoWithEachOther() {
        api.post("/providers", provider("Pro")).expect(201);

        Clinic.ofTheSuite()
                .admin()
                .with("Idempotency-Key", key)
                .post("/providers", provider("Pro"))
                .expect(201);

        assertThat(stored()).isEqualTo(2);
    }

    @Test
    void withoutAKeyEveryRequestCreates() {
        clinic.admin().post("/providers", provider("Pro")).expect(201);
        clinic.admin().post("/providers", provider("Pro")).expect(201);

        assertThat(stored()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "with space", "with\ttab"})
    void aKeyThatIsNoneIsRefused(String wrong) {
        clinic.admin()
                .wrongOnPurpose()
                .with("Idempotency-Key", wrong)
                .post("/providers", provider("Pro"))
                .expectProblem(400, "validation");
        assertThat(stored()).isZero();
    }

    @Test
    void aKeyThatIsTooLongIsRefused() {
        clinic.admin()
                .wrongOnPurpose()
                .with("Idempotency-Key", "k".repeat(201))
                .post("/providers", provider("Pro"))
                .expectProblem(400, "validation");
        assertThat(stored()).isZero();
    }
}
