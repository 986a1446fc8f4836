package health.miadi.identity.control.openid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.miadi.identity.entity.AccountFact;
import health.miadi.shared.refusal.Fact;
import health.miadi.shared.refusal.Refusal;
import java.time.Duration;
import java.util.UUID;
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

    @Test
    void aRefusalIsToldWhereTheSignInIsOrWhereTheLinkWasBegun() {
        Landing wanted = Landing.of("/app/find?type=1#top");
        OpenIdFlow.Linking own = new OpenIdFlow.Linking(new UUID(0, 1), new UUID(0, 2));
        Fact conflict = AccountFact.ACCOUNT_CONFLICT;

        assertThat(Landing.refused(conflict, null).path()).isEqualTo("/app/sign-in?refused=account-conflict");
        assertThat(Landing.refused(conflict, new OpenIdFlow(null, null, wanted)).path())
                .isEqualTo("/app/sign-in?refused=account-conflict&next=%2Fapp%2Ffind%3Ftype%3D1%23top");
        assertThat(Landing.refused(conflict, new OpenIdFlow(own, null, wanted)).path())
                .isEqualTo("/app/find?type=1&refused=account-conflict");
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
