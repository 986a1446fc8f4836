package health.miadi.shared.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.miadi.testing.Answer;
import health.miadi.testing.Api;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** ETags and the preconditions that name them, on a provider. */
class PreconditionsIT {

    private final Clinic clinic = Clinic.ofTheSuite();
    private final Api api = clinic.admin();
    private final String path = "/providers/" + clinic.aProvider().id();
    private final String etag = api.get(path).etag();

    private static ObjectNode change() {
        return Json.object(
                "firstName", "Pro", "lastName", "Changed-" + Clinic.unique(), "cadre", "nurse", "timeZone", "UTC");
    }

    @Nested
    class Reading {

        @Test
        void whatTheCallerHasAnswersNotModifiedWithoutABody() {
            Answer answer = api.with("If-None-Match", etag).get(path).expect(304);

            assertThat(answer.text()).isEmpty();
            assertThat(answer.etag()).isEqualTo(etag);
        }

        @Test
        void oneOfSeveralThatTheCallerHasAnswersNotModified() {
            api.with("If-None-Match", "\"another\", " + etag).get(path).expect(304);
        }

        @Test
        void whatHasChangedAnswersTheNewState() {
            api.ifMatch(etag).put(path, change()).expect(200);

            Answer answer = api.with("If-None-Match", etag).get(path).expect(200);

            assertThat(answer.etag()).isNotEqualTo(etag);
        }
    }

    @Nested
    class Changing {

        @Test
        void withoutIfMatchIsRefused() {
            api.wrongOnPurpose().put(path, change()).expectProblem(428, "precondition-required");
            assertThat(api.get(path).etag()).isEqualTo(etag);
        }

        @ParameterizedTest
        @ValueSource(strings = {"\"another\"", "nonsense", "W/\"weak\"", "\"unfinished"})
        void withAnotherTagIsRefused(String other) {
            api.ifMatch(other).put(path, change()).expectProblem(412, "stale");
            assertThat(api.get(path).etag()).isEqualTo(etag);
        }

        @Test
        void withTheTagOfAStateThatIsGoneIsRefused() {
            Answer changed = api.ifMatch(etag).put(path, change()).expect(200);

            api.ifMatch(etag).put(path, change()).expectProblem(412, "stale");

            assertThat(api.get(path).at("/lastName")).isEqualTo(changed.at("/lastName"));
        }

        @Test
        void answersTheTagOfTheNewState() {
            Answer changed = api.ifMatch(etag).put(path, change()).expect(200);

            assertThat(changed.etag())
                    .isNotEqualTo(etag)
                    .isEqualTo(api.get(path).etag());
        }

        @Test
        void withTheTagOfAnotherResourceIsRefused() {
            String others = api.get("/providers/" + clinic.aProvider().id()).etag();

            api.ifMatch(others).put(path, change()).expectProblem(412, "stale");
        }
    }

    @Nested
    class Removing {

        @Test
        void withoutIfMatchIsRefused() {
            api.wrongOnPurpose().delete(path).expectProblem(428, "precondition-required");
            api.get(path).expect(200);
        }

        @Test
        void withAStaleTagIsRefused() {
            api.ifMatch("\"another\"").delete(path).expectProblem(412, "stale");
            api.get(path).expect(200);
        }
    }
}
