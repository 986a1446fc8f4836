package health.miadi.shared.http;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.testing.Answer;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Lists come in pages that follow each other by key and stay right while rows come and go. */
class PagesIT {

    private final Clinic clinic = Clinic.ofTheSuite();
    private final String cadre = "cadre " + Clinic.unique();

    private String add(String lastName) {
        return clinic.admin()
                .post(
                        "/providers",
                        Json.object("firstName", "Pro", "lastName", lastName, "cadre", cadre, "timeZone", "UTC"))
                .expect(201)
                .at("/id");
    }

    private Answer page(String more) {
        return clinic.admin()
                .get("/providers?cadre=" + cadre.replace(" ", "%20") + more)
                .expect(200);
    }

    private static List<String> ids(Answer page) {
        return page.json().at("/items").findValuesAsText("id");
    }

    @Test
    void theyFollowEachOtherWithoutGapOrRepetition() {
        List<String> all = IntStream.range(0, 7).mapToObj(i -> add("N" + i)).toList();
        List<String> seen = new ArrayList<>();
        Answer page = page("&limit=3");
        seen.addAll(ids(page));
        while (!page.at("/next").isEmpty()) {
            page = page("&limit=3&cursor=" + page.at("/next"));
            seen.addAll(ids(page));
        }
        assertThat(seen).isEqualTo(all);
    }

    @Test
    void peopleOfTheSameNameAllAppear() {
        List<String> all = IntStream.range(0, 5).mapToObj(i -> add("Same")).toList();
        Answer first = page("&limit=2");
        Answer second = page("&limit=2&cursor=" + first.at("/next"));
        Answer third = page("&limit=2&cursor=" + second.at("/next"));
        List<String> seen = new ArrayList<>(ids(first));
        seen.addAll(ids(second));
        seen.addAll(ids(third));
        assertThat(seen).containsExactlyInAnyOrderElementsOf(all);
        assertThat(third.json().at("/next").isNull()).isTrue();
    }

    @Test
    void theLastPageOfExactlyFullPagesSaysThatNothingFollows() {
        add("A");
        add("B");
        assertThat(page("&limit=2").json().at("/next").isNull()).isTrue();
    }

    @Test
    void aRowThatComesBeforeTheCursorMovesNothing() {
        String b = add("B");
        String c = add("C");
        Answer first = page("&limit=1");
        assertThat(ids(first)).containsExactly(b);
        add("A");
        assertThat(ids(page("&limit=1&cursor=" + first.at("/next")))).containsExactly(c);
    }

    @Test
    void anEmptyListIsAPageWithoutItems() {
        Answer empty = page("");
        assertThat(ids(empty)).isEmpty();
        assertThat(empty.json().at("/next").isNull()).isTrue();
    }
}
