package health.miadi.shared.limits;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.shared.metrics.Limit;
import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** How often something may be done (R-AUTH-12). */
class AllowanceTest {
    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");

    /** As the table's statement does it. */
    private static boolean isLeft(Allowance allowance, Instant usedUntil, Instant now) {
        return !usedUntil.isAfter(allowance.latest(now));
    }

    private static Instant used(Allowance allowance, Instant usedUntil, Instant now) {
        return (usedUntil.isAfter(now) ? usedUntil : now).plus(allowance.cost());
    }

    @Property
    void allOfThemAtOnceAndThenOneAfterAnother(@ForAll @IntRange(min = 1, max = 10_000) int most) {
        Allowance allowance = Allowance.hourly(Limit.REGISTRATION, most);
        Instant usedUntil = Instant.EPOCH;
        for (int i = 0; i < most; i++) {
            assertThat(isLeft(allowance, usedUntil, NOON)).isTrue();
            usedUntil = used(allowance, usedUntil, NOON);
        }
        assertThat(isLeft(allowance, usedUntil, NOON)).isFalse();
        Instant back = NOON.plus(allowance.wait(usedUntil, NOON));
        assertThat(isLeft(allowance, usedUntil, back)).isTrue();
        assertThat(isLeft(allowance, used(allowance, usedUntil, back), back)).isFalse();
    }

    @Test
    void whoDidNothingForAWhileHasThemAllAgain() {
        Allowance allowance = new Allowance(Limit.REGISTRATION, 20, Duration.ofHours(1));
        Instant usedUntil = NOON.plus(Duration.ofHours(1));
        assertThat(allowance.wait(usedUntil, NOON)).isEqualTo(Duration.ofMinutes(3));
        assertThat(allowance.wait(usedUntil, NOON.plus(Duration.ofHours(1)))).isZero();
    }

    @Test
    void everyLimitAndEverybodyCountApart() {
        Allowance registrations = Allowance.hourly(Limit.REGISTRATION, 20);
        Allowance choices = Allowance.hourly(Limit.PASSWORD_CHOICE, 20);
        assertThat(registrations.key("a")).isNotEqualTo(choices.key("a")).isNotEqualTo(registrations.key("b"));
    }
}
