package health.miadi.identity.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Codes of authenticator apps (R-AUTH-10)")
class TimeCodeTest {
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    private static final Instant NOW = Instant.ofEpochSecond(1_111_111_111);
    private static final long STEP = TimeCode.step(NOW);

    @ParameterizedTest
    @DisplayName("are those of RFC 6238, appendix B, in their last six digits")
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130",
    })
    void vectors(long second, String code) {
        assertThat(TimeCode.at(SECRET, TimeCode.step(Instant.ofEpochSecond(second))))
                .isEqualTo(code);
    }

    @ParameterizedTest
    @DisplayName("have secrets that are typed in base 32, as in RFC 4648")
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void base32(String text, String encoded) {
        assertThat(TimeCode.text(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(encoded);
    }

    @ParameterizedTest
    @DisplayName("may be one step early or late, and no more")
    @CsvSource({"-2, false", "-1, true", "0, true", "1, true", "2, false"})
    void drift(int steps, boolean right) {
        OptionalLong found = TimeCode.stepOf(TimeCode.at(SECRET, STEP + steps), SECRET, NOW, 0);
        assertThat(found).isEqualTo(right ? OptionalLong.of(STEP + steps) : OptionalLong.empty());
    }

    @Test
    @DisplayName("do not count once they, or a later one, were used")
    void replay() {
        assertThat(TimeCode.stepOf(TimeCode.at(SECRET, STEP), SECRET, NOW, STEP))
                .isEmpty();
        assertThat(TimeCode.stepOf(TimeCode.at(SECRET, STEP - 1), SECRET, NOW, STEP))
                .isEmpty();
        assertThat(TimeCode.stepOf(TimeCode.at(SECRET, STEP + 1), SECRET, NOW, STEP))
                .hasValue(STEP + 1);
    }

    @ParameterizedTest
    @DisplayName("may be typed with blanks, and are otherwise what they are")
    @CsvSource({"050 471, true", "' 050471 ', true", "50471, false", "0504711, false", "٠٥٠٤٧١, false", "'', false"})
    void typed(String typed, boolean right) {
        assertThat(TimeCode.stepOf(typed, SECRET, NOW, 0).isPresent()).isEqualTo(right);
    }

    @Test
    @DisplayName("come of secrets as long as their hash, which differ")
    void secrets() {
        assertThat(TimeCode.newSecret()).hasSize(20).isNotEqualTo(TimeCode.newSecret());
    }
}
