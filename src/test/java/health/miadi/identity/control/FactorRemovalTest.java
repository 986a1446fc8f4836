package health.miadi.identity.control;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.identity.control.FactorRemoval.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Taking somebody's second factor away (R-AUTH-19)")
class FactorRemovalTest {
    private static final UUID OWNER = UUID.randomUUID();
    private static final UUID ASKER = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();
    private static final Duration DAY = Duration.ofHours(24);
    private static final Instant ASKED = Instant.parse("2026-11-30T08:00:00Z");
    private static final FactorRemoval REMOVAL =
            new FactorRemoval(OWNER, ASKER, "came to the desk", ASKED, ASKED.plus(Duration.ofDays(7)));

    @Test
    @DisplayName("takes a second admin, at once")
    void two() {
        assertThat(REMOVAL.judge(OTHER, true, true, ASKED, DAY)).isEqualTo(Verdict.YES);
        assertThat(REMOVAL.judge(ASKER, true, true, ASKED.plus(DAY), DAY)).isEqualTo(Verdict.ANOTHER_ADMIN);
    }

    @Test
    @DisplayName("takes one whom the first has not made, or taken over, for it")
    void settled() {
        assertThat(REMOVAL.judge(OTHER, false, true, ASKED, DAY)).isEqualTo(Verdict.OWN_ACCOUNT_IS_FRESH);
        assertThat(REMOVAL.judge(OTHER, false, false, ASKED, DAY)).isEqualTo(Verdict.LATER);
    }

    @Test
    @DisplayName("takes a day where there is no other admin")
    void alone() {
        assertThat(REMOVAL.judge(ASKER, true, false, ASKED.plus(DAY).minusMillis(1), DAY))
                .isEqualTo(Verdict.LATER);
        assertThat(REMOVAL.judge(ASKER, true, false, ASKED.plus(DAY), DAY)).isEqualTo(Verdict.YES);
    }

    @Test
    @DisplayName("is never done by its owner in this way")
    void own() {
        assertThat(REMOVAL.judge(OWNER, true, true, ASKED.plus(DAY), DAY)).isEqualTo(Verdict.NEVER_ONES_OWN);
    }
}
