package health.miadi.identity.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** How failures slow down the next attempt (R-AUTH-6). */
class SlownessTest {
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Slowness SLOWNESS = new Slowness(5, Duration.ofSeconds(15), LONGEST);
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    @Test
    void doesNotSlowTheFirstFive() {
        for (int failures = 0; failures < 5; failures++) {
            assertThat(SLOWNESS.wait(failures, NOW, NOW)).isZero();
        }
        assertThat(SLOWNESS.wait(0, null, NOW)).isZero();
    }

    @Test
    void doublesTheDelayWithEachFurtherFailure() {
        assertThat(SLOWNESS.wait(5, NOW, NOW)).isEqualTo(Duration.ofSeconds(15));
        assertThat(SLOWNESS.wait(6, NOW, NOW)).isEqualTo(Duration.ofSeconds(30));
        assertThat(SLOWNESS.wait(8, NOW, NOW)).isEqualTo(Duration.ofSeconds(120));
    }

    @Test
    void countsTheDelayFromTheLastFailure() {
        assertThat(SLOWNESS.wait(5, NOW.minusSeconds(10), NOW)).isEqualTo(Duration.ofSeconds(5));
        assertThat(SLOWNESS.wait(5, NOW.minusSeconds(15), NOW)).isZero();
        assertThat(SLOWNESS.wait(5, NOW.minusSeconds(999), NOW)).isZero();
    }

    @Property(tries = 200)
    void neverWaitsLongerThanTheLongestDelay(@ForAll @IntRange(max = 1_000_000) int failures) {
        assertThat(SLOWNESS.wait(failures, NOW, NOW)).isLessThanOrEqualTo(LONGEST);
    }
}
