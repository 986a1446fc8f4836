package health.miadi.identity.control;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.identity.control.FactorRemoval.Standing;
import health.miadi.identity.control.FactorRemoval.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
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

    private static Verdict judged(UUID admin, Set<UUID> settled, Set<UUID> eldest, Instant now) {
        return REMOVAL.judge(admin, new Standing(settled, eldest, true, null), now, DAY);
    }

    @Test
    @DisplayName("takes a second admin, at once")
    void two() {
        Set<UUID> both = Set.of(ASKER, OTHER);
        assertThat(judged(OTHER, both, both, ASKED)).isEqualTo(Verdict.YES);
        assertThat(judged(ASKER, both, both, ASKED.plus(DAY))).isEqualTo(Verdict.ANOTHER_ADMIN);
    }

    @Test
    @DisplayName("takes one whom the first has not made, or taken over, for it")
    void confirming() {
        assertThat(judged(OTHER, Set.of(ASKER), Set.of(ASKER, OTHER), ASKED)).isEqualTo(Verdict.OWN_ACCOUNT_IS_FRESH);
        assertThat(judged(OTHER, Set.of(ASKER), Set.of(ASKER), ASKED)).isEqualTo(Verdict.LATER);
    }

    @Test
    @DisplayName("is asked for by one whom the second has not made, or taken over, for it")
    void asking() {
        assertThat(judged(OTHER, Set.of(OTHER), Set.of(OTHER), ASKED)).isEqualTo(Verdict.LATER);
        assertThat(judged(OTHER, Set.of(OTHER), Set.of(OTHER, ASKER), ASKED)).isEqualTo(Verdict.LATER);
        assertThat(judged(OTHER, Set.of(OTHER), Set.of(OTHER), ASKED.plus(DAY))).isEqualTo(Verdict.YES);
    }

    @Test
    @DisplayName("takes a day where there is no other admin, and is not alone by doing something to the other")
    void alone() {
        assertThat(judged(ASKER, Set.of(ASKER), Set.of(ASKER), ASKED.plus(DAY).minusMillis(1)))
                .isEqualTo(Verdict.LATER);
        assertThat(judged(ASKER, Set.of(ASKER), Set.of(ASKER), ASKED.plus(DAY))).isEqualTo(Verdict.YES);
        assertThat(judged(ASKER, Set.of(ASKER), Set.of(ASKER, OTHER), ASKED.plus(DAY)))
                .isEqualTo(Verdict.ANOTHER_ADMIN);
    }

    @Test
    @DisplayName("gives the owner the whole day: nothing is done to the account meanwhile, and it is open")
    void heard() {
        Instant touched = ASKED.plus(Duration.ofHours(1));
        Set<UUID> one = Set.of(ASKER);
        assertThat(REMOVAL.judge(ASKER, new Standing(one, one, true, touched), ASKED.plus(DAY), DAY))
                .isEqualTo(Verdict.LATER);
        assertThat(REMOVAL.judge(ASKER, new Standing(one, one, true, touched), touched.plus(DAY), DAY))
                .isEqualTo(Verdict.YES);
        assertThat(REMOVAL.judge(ASKER, new Standing(one, one, false, touched), touched.plus(DAY), DAY))
                .isEqualTo(Verdict.CLOSED);
    }

    @Test
    @DisplayName("is never done by its owner in this way")
    void own() {
        Set<UUID> both = Set.of(OWNER, ASKER);
        assertThat(judged(OWNER, both, both, ASKED.plus(DAY))).isEqualTo(Verdict.NEVER_ONES_OWN);
    }
}
