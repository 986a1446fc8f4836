package health.miadi.identity.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names to sign in with (R-AUTH-1). */
class LoginNameTest {
    @ParameterizedTest
    @ValueSource(strings = {"amina", "a.b-c_d9", "Amina", "amina.otieno@example.org", "a1b", "0x0"})
    void areAsciiNamesAndAddresses(String name) {
        assertThat(name.matches(LoginName.PATTERN)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "аmina", // a Cyrillic a
                "amına", // a dotless i
                "ａｍｉｎａ", // wide letters
                "ami\u200bna", // a space of no width
                "ami\u202ena", // turns the direction of writing
                "amin\u0061\u0301", // a letter with an accent of its own
                "amina\r\nX: y",
                "amina ",
                "a b",
                "ab",
                ".amina",
                "amina-",
                "kelvin@exam\u212Ale.org",
                "amina@b"
            })
    void areNothingThatLooksLikeAnother(String name) {
        assertThat(name.matches(LoginName.PATTERN)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"AMINA, amina", "ａｍｉｎａ, amina", "\u212Aim, kim", "Amina@Example.ORG, amina@example.org"})
    void areTheSameHoweverTheyAreTyped(String typed, String name) {
        assertThat(LoginName.folded(typed)).isEqualTo(name);
    }

    @Test
    void doNotDependOnTheLanguageOfTheServer() {
        assertThat(LoginName.folded("INFO")).isEqualTo("info");
    }
}
