package health.miadi.identity.control.openid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.miadi.shared.problem.Refusal;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a browser may land after signing in: here, or nowhere (R-AUTH-4). */
class LandingTest {
    @Test
    void isTheFrontPageUnlessAnotherIsAskedFor() {
        assertThat(Landing.of(null).path()).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/appointments", "/a/b-c_d.html", "/a/", "/a?from=2026-11-21&x=1", "/a#top", "/?x=/b//c"})
    void isAPageHere(String path) {
        assertThat(Landing.of(path).path()).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "a", "//evil", "///evil", "/\\evil", "\\/evil", "/a//b", "https://evil", "https:evil",
                        "javascript:x",
                "/%2Fevil", "/%5Cevil", "/a%0Ab", "/\tevil", "/a\nb", "/a\u0000", "/a b", "/;@evil", "/@evil",
                        "/a?b=c\"d",
                "/\u2215evil", " /a", "/api/v1/auth/google", "/a?x=%2F", "/a#<script>"
            })
    void isNeverElsewhere(String elsewhere) {
        assertThatThrownBy(() -> Landing.of(elsewhere)).isInstanceOf(Refusal.class);
    }

    @Test
    void isDecidedAtOnceHoweverLongItIs() {
        String almost = "/" + "a".repeat(498) + "!";
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> assertThatThrownBy(() -> Landing.of(almost)));
    }
}
