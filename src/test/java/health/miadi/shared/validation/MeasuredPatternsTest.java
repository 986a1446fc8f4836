package health.miadi.shared.validation;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.identity.control.LoginName;
import health.miadi.testing.SmallStack;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No pattern runs on text that was not measured (M9): the longest string that JSON may hold is tried on a small stack. */
class MeasuredPatternsTest {
    private static final int LONGEST_STRING = 20_000;

    static List<String> patterns() {
        return List.of(Patterns.EMAIL, Patterns.PHONE, LoginName.PATTERN);
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void noTextIsTooLongToBeRefused(String pattern) {
        for (String repeated : List.of("a", "a.", "1 ", "a-", "-", "@a.")) {
            String text = "a@a" + ".a".repeat(10) + repeated.repeat(LONGEST_STRING / repeated.length());
            assertThat(SmallStack.answer(() -> Pattern.matches(pattern, text)))
                    .as(repeated)
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {254, 255})
    void anAddressHas254CharactersAtMost(int length) {
        String email = "a@" + "b".repeat(length - 4) + ".c";
        assertThat(email).hasSize(length);
        assertThat(email.matches(Patterns.EMAIL)).isEqualTo(length == 254);
    }
}
