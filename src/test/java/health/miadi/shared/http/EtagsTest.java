package health.miadi.shared.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import health.miadi.shared.refusal.CommonFact;
import health.miadi.shared.refusal.Fact;
import health.miadi.shared.refusal.Refusal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("R-BOOK-11: the precondition of a change")
class EtagsTest {
    private static final UUID ID = UUID.fromString("01a1ffbb-2031-7a3d-827a-42ca84fdc4cf");

    @Test
    @DisplayName("holds for the version that was read")
    void holds() {
        assertThatCode(() -> require("\"42ca84fdc4cf-3\"")).doesNotThrowAnyException();
        assertThatCode(() -> require("\"x\", \"42ca84fdc4cf-3\"")).doesNotThrowAnyException();
        assertThatCode(() -> require("*")).doesNotThrowAnyException();
        assertThatCode(() ->
                        Etags.expected(List.of("\"x\"", "\"42ca84fdc4cf-3\"")).require(ID, 3))
                .doesNotThrowAnyException();
    }

    @Test
    @DisplayName("is stale for another version, another resource, a weak tag and no tag at all")
    void stale() {
        for (String header :
                new String[] {"\"42ca84fdc4cf-2\"", "\"000000000000-3\"", "W/\"42ca84fdc4cf-3\"", "x", "*, \"x\""}) {
            assertThat(refusal(header)).as(header).isEqualTo(CommonFact.STALE);
        }
    }

    @Test
    @DisplayName("is required")
    void required() {
        assertThat(refusal(null)).isEqualTo(CommonFact.PRECONDITION_REQUIRED);
        assertThat(refusal(" ")).isEqualTo(CommonFact.PRECONDITION_REQUIRED);
    }

    private static void require(@Nullable String header) {
        Etags.expected(header == null ? List.of() : List.of(header)).require(ID, 3);
    }

    private static Fact refusal(@Nullable String header) {
        return catchThrowableOfType(Refusal.class, () -> require(header)).fact();
    }
}
