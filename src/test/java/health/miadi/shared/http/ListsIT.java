package health.miadi.shared.http;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.testing.Answer;
import health.miadi.testing.Api;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of a list, on the providers that one test made. */
class ListsIT {

    private final Clinic clinic = Clinic.ofTheSuite();
    private final Api api = clinic.admin();
    private final String family = "List" + Clinic.unique().replace("-", "");

    private void add(String firstName) {
        api.post(
                        "/providers",
                        Json.object("firstName", firstName, "lastName", family, "cadre", "nurse", "timeZone", "UTC"))
                .expect(201);
    }

    private Answer page(String query) {
        return api.get("/providers?search=" + family + query).expect(200);
    }

    private static List<String> firstNames(Answer page) {
        return page.json().at("/items").findValuesAsText("firstName");
    }

    private static String after(Answer page) {
        return "&cursor=" + URLEncoder.encode(page.at("/next"), StandardCharsets.UTF_8);
    }

    @Nested
    class APage {

        @Test
        void leadsToTheNextUntilTheLast() {
            List.of("E", "B", "D", "A", "C").forEach(ListsIT.this::add);

            Answer first = page("&limit=2");
            Answer second = page("&limit=2" + after(first));
            Answer third = page("&limit=2" + after(second));

            List<String> all = new ArrayList<>(firstNames(first));
            all.addAll(firstNames(second));
            all.addAll(firstNames(third));
            assertThat(all).containsExactly("A", "B", "C", "D", "E");
            assertThat(third.json().at("/next").isNull()).isTrue();
        }

        @Test
        void neitherRepeatsNorSkipsWhenRowsComeMeanwhile() {
            List.of("B", "D").forEach(ListsIT.this::add);
            Answer first = page("&limit=1");

            List.of("A", "C").forEach(ListsIT.this::add);

            assertThat(firstNames(first)).containsExactly("B");
            assertThat(firstNames(page("&limit=5" + after(first)))).containsExactly("C", "D");
        }

        @Test
        void thatIsExactlyFullIsTheLast() {
            List.of("A", "B").forEach(ListsIT.this::add);

            assertThat(page("&limit=2").json().at("/next").isNull()).isTrue();
        }

        @Test
        void ofNothingIsEmpty() {
            Answer nothing = page("");

            assertThat(nothing.json().at("/items")).isEmpty();
            assertThat(nothing.json().at("/next").isNull()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "201", "abc", "1.5", "1e2", "99999999999999999999", "", "%20", "0x10"})
    void aLimitOutOfBoundsIsRefused(String limit) {
        Answer answer = api.wrongOnPurpose().get("/providers?limit=" + limit);

        answer.expectProblem(400, "validation");
        assertThat(answer.at("/errors/0/pointer")).isEqualTo("limit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "200"})
    void aLimitWithinBoundsIsTaken(String limit) {
        api.get("/providers?limit=" + limit).expect(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "", "%00", "W10", "WyJhIl0", "WzEsMiwzXQ", "bnVsbA", "WyJhIiwiYiIsImMiXQ"})
    void aCursorThatIsNoneOfOursIsRefused(String cursor) {
        Answer answer = api.wrongOnPurpose().get("/providers?cursor=" + cursor);

        answer.expectProblem(400, "validation");
        assertThat(answer.at("/errors/0/pointer")).isEqualTo("cursor");
    }

    @Test
    void aCursorThatIsTooLongIsRefused() {
        api.wrongOnPurpose().get("/providers?cursor=" + "A".repeat(3_000)).expectProblem(400, "validation");
    }
}
