package health.miadi.shared.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.miadi.shared.refusal.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is looked for is bounded before anything looks (M14, R-AUTH-12). */
class SearchTextTest {
    @ParameterizedTest
    @CsvSource({
        "Amina Otieno, 2",
        "Ng'ang'a, 1",
        "e\u0301lan vital, 2",
        "+254 712 345-678, 4",
        "1.2.1990, 3",
        "0 7 1 2 3 4 5 6 7 8, 10",
        "..., 0"
    })
    void countsWordsAsPeopleDo(String text, int words) {
        assertThat(SearchText.words(text)).isEqualTo(words);
    }

    @Test
    void takesWhatPeopleSayAndRefusesWhatNobodySays() {
        assertThat(SearchText.of("mwana wa otieno kutoka kisumu aliyezaliwa 1.2.1990"))
                .isNotNull();
        assertThat(SearchText.of("0".repeat(100))).hasSize(100);
        assertThatThrownBy(() -> SearchText.of("0".repeat(101))).isInstanceOf(Refusal.class);
        for (String part : new String[] {"a ", "0 ", "a-", "1.", "+0", "(0)", "\uD835\uDC9C "}) {
            String many = part.repeat(100 / part.length());
            assertThatThrownBy(() -> SearchText.of(many)).as(part).isInstanceOf(Refusal.class);
        }
    }
}
