package health.miadi.shared.problem;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.testing.Answer;
import health.miadi.testing.Api;
import org.junit.jupiter.api.Test;

/** The pages outside of the API that explain it. */
class ProblemPagesIT {

    private static final Api API = Api.anonymous().outsideTheContract();

    @Test
    void theTypeOfARefusalResolvesToItsPage() {
        Answer refusal = API.get("/patients");
        refusal.expectProblem(401, "unauthenticated");

        Answer page = API.get("/" + refusal.at("/type")).expect(200);

        assertThat(page.header("Content-Type").orElse("")).startsWith("text/html");
        assertThat(page.text()).contains(ProblemType.UNAUTHENTICATED.title());
    }

    @Test
    void everyTypeHasAPage() {
        for (ProblemType type : ProblemType.values()) {
            API.get("/" + type.uri()).expect(200);
        }
        assertThat(API.get("//problems/").expect(200).text()).contains("slot-taken");
    }

    @Test
    void anUnknownTypeIsNotFound() {
        API.get("//problems/no-such-thing").expectProblem(404, "not-found");
        API.get("//problems/stale/more").expectProblem(404, "not-found");
    }

    @Test
    void thePagesLinkToWhatThereIs() {
        String page = API.get("//problems/").expect(200).text();

        assertThat(page).contains("href=\"../api-docs/\"", "href=\"../assets/style/plain.css\"");
        assertThat(page).doesNotContain("<script", "<style", "style=", "http://", "https://");
        API.get("//assets/style/plain.css").expect(200);
    }
}
