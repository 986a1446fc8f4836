package health.miadi.shared.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemPageTest {

    @ParameterizedTest
    @EnumSource
    void everyTypeHasAPageThatSaysWhatItMeansAndWhatToDo(ProblemType type) {
        assertThat(ProblemPage.of(type)).contains(type.slug(), "What it means", "What to do");
        assertThat(ProblemPage.meaning(type)).endsWith(".");
        assertThat(ProblemPage.remedy(type)).endsWith(".");
    }

    @Test
    void noWordsAreLeftOverFromTypesThatAreGone() {
        var words = ResourceBundle.getBundle("health.miadi.shared.problem.problems", Locale.ROOT);

        assertThat(words.keySet())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ProblemType.values())
                        .flatMap(type -> Stream.of(type.slug() + ".meaning", type.slug() + ".remedy"))
                        .toList());
    }

    @Test
    void theWordsOfAPageAreEscaped() {
        assertThat(ProblemPage.of(ProblemType.UNAUTHENTICATED))
                .contains("&quot;Authorization: Bearer")
                .doesNotContain("\"Authorization");
    }

    @Test
    void theIndexLinksToEveryType() {
        assertThat(ProblemPage.index())
                .contains(Arrays.stream(ProblemType.values())
                        .map(type -> "href=\"" + type.slug() + "\"")
                        .toList());
    }

    @Test
    void pagesLoadNothingFromElsewhereAndCarryNoScriptOrStyleOfTheirOwn() {
        assertThat(ProblemPage.of(ProblemType.STALE) + ProblemPage.index())
                .doesNotContain("http://", "https://", "<script", "<style", "style=");
    }
}
