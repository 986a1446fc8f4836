package health.miadi.identity.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Codes that are shown once and work once (finding L5). */
class OneTimeCodeTest {
    @Test
    void haveSevenGroupsOfFourSigns() {
        assertThat(OneTimeCode.random().text()).matches("[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){6}");
    }

    @Test
    void areAllDifferent() {
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            codes.add(OneTimeCode.random().text());
        }
        assertThat(codes).hasSize(1_000);
    }

    @Test
    void areTheSameHoweverTheyAreTyped() {
        OneTimeCode code = OneTimeCode.random();
        String typed = " " + code.text().toLowerCase(Locale.ROOT).replace("-", "") + "\n";
        assertThat(OneTimeCode.typed(typed).hash()).isEqualTo(code.hash());
    }

    @Test
    void areNotInTheirText() {
        OneTimeCode code = OneTimeCode.random();
        assertThat(code.toString()).doesNotContain(code.text());
    }
}
