package health.miadi.identity.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a password must be (R-AUTH-1), judged without more work than hashing it (H4, R-AUTH-12). */
class PasswordTermsTest {
    private static final String MANY_SIGNS = "4@8({[<3691!|70$5+%24@8({[<3691!|70$5+%2";

    private final PasswordTerms terms = new PasswordTerms(List.of("Kibera Road", "Baraka"));

    @Property
    void signsAreTriedAsLettersInFewCombinations(
            @ForAll
                    @StringLength(min = 12, max = 128)
                    @Chars({
                        '4', '@', '8', '(', '{', '[', '<', '3', '6', '9', '1', '!', '|', '7', '0', '$', '5', '+', '%',
                        '2', 'a', 'q', '~'
                    })
                    String password) {
        String judged = PasswordTerms.judged(password);
        assertThat(judged).hasSize(Math.min(40, password.length()));
        assertThat(PasswordTerms.combinations(judged)).isLessThanOrEqualTo(PasswordTerms.MOST_COMBINATIONS);
    }

    @Property
    void digitsAreAllJudgedAsTheyAre(@ForAll @StringLength(min = 12, max = 40) @NumericChars String digits) {
        assertThat(PasswordTerms.judged(digits)).isEqualTo(digits);
    }

    @ParameterizedTest
    @ValueSource(strings = {"p@$$w0rd1234", "P@$$W0RDP@$$W0RD", "b@$k3tb@llb@$k3tb@ll", "passwordpassword"})
    void aPlayOnACommonWordIsStillOne(String common) {
        assertThat(terms.objection(common)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Manchester1878",
                "Liverpool2024!",
                "Nairobi2024!!",
                "Welcome2024!!",
                "Miadi-Clinic-2026",
                "Summer2024!!!",
                "Jesus123456!!",
                "01.01.Mombasa",
                "m@nch3st3r_99",
                "Afya2026Daktari!",
                "!!Baraka_1999",
                "baraka hospital",
                "qwertyuiop[]"
            })
    @DisplayName("M15: a common word or one of the clinic's, with a year and signs around it, is a common password")
    void aCommonWordWithAYear(String common) {
        assertThat(terms.objection(common)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correcthorsebatterystaple",
                "correct horse battery staple",
                "Correct-Horse-Battery-Staple1!",
                "c0rrecth0rseb@tterystaple",
                "ilovemydogverymuch",
                "TheQuickBrownFox2026",
                "hakuna matata hakuna matata",
                "God is good, all the time!"
            })
    @DisplayName("a sentence that everybody knows is a common password, however it is written")
    void aSentenceThatEverybodyKnows(String common) {
        assertThat(terms.objection(common)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct zebra battery lantern",
                "tall Purple giraffes 77",
                "Nairobi rain on tin roofs",
                "Baraka ate nine green mangoes",
                "kusubiri-mvua-ya-vuli",
                "kV7-mm2-Qx9-w",
                "夏の夜の長い川の音を聞く人"
            })
    void aSentenceOrChanceIsNone(String own) {
        assertThat(terms.objection(own)).isEmpty();
    }

    @Test
    void manySignsAreNoFault() {
        assertThat(terms.objection(MANY_SIGNS)).isEmpty();
        assertThat(terms.objection("x{4@K!8$2<9|vq")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"de651db6-f6f5-49bd-a723-8447240e06ca@example.org", "4{8|3$1!7+%@example.org", MANY_SIGNS})
    void noNameIsItsOwnPasswordWhateverStandsInIt(String name) {
        assertThat(terms.objection(name, name)).isPresent();
    }

    @Test
    void aLengthIsSeenWithoutJudging() {
        assertThat(terms.lengthObjection("too short")).isPresent();
        assertThat(terms.lengthObjection("a".repeat(129))).isPresent();
        assertThat(terms.lengthObjection("a".repeat(12))).isEmpty();
    }
}
