package health.miadi.availability.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class IntervalSetTest {

    @Test
    void anIntervalIsNeverEmpty() {
        assertThatIllegalArgumentException().isThrownBy(() -> hours(3, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> hours(4, 3));
        assertThat(Interval.between(hour(3), hour(3))).isEmpty();
    }

    @Test
    void intervalsThatTouchDoNotOverlap() {
        assertThat(hours(1, 2).overlaps(hours(2, 3))).isFalse();
        assertThat(hours(1, 3).overlaps(hours(2, 4))).isTrue();
        assertThat(set(hours(1, 2)).overlaps(hours(2, 3))).isFalse();
    }

    @Test
    void aUnionJoinsWhatTouchesAndWhatOverlapsInAnyOrder() {
        assertThat(set(hours(5, 6), hours(1, 2), hours(2, 3), hours(1, 1 + 1)).intervals())
                .containsExactly(hours(1, 3), hours(5, 6));
        assertThat(set(hours(1, 9), hours(2, 3), hours(8, 10)).intervals()).containsExactly(hours(1, 10));
        assertThat(set(hours(1, 2)).union(set(hours(2, 4)))).isEqualTo(set(hours(1, 4)));
    }

    @Test
    void aDifferenceCutsHolesAndEnds() {
        IntervalSet day = set(hours(8, 12), hours(13, 17));
        assertThat(day.minus(set(hours(7, 9), hours(10, 11), hours(12, 14), hours(16, 20)))
                        .intervals())
                .containsExactly(hours(9, 10), hours(11, 12), hours(14, 16));
        assertThat(day.minus(day).isEmpty()).isTrue();
        assertThat(day.minus(IntervalSet.empty())).isEqualTo(day);
    }

    @Test
    void coveringTakesOneUnbrokenInterval() {
        IntervalSet set = set(hours(8, 12), hours(13, 17));
        assertThat(set.covers(hours(8, 12))).isTrue();
        assertThat(set.covers(hours(11, 14))).isFalse();
        assertThat(set.covers(hours(16, 18))).isFalse();
        assertThat(set.covers(hours(18, 19))).isFalse();
    }

    @Test
    void itsEndDoesNotBelongToIt() {
        assertThat(set(hours(1, 2)).contains(hour(1))).isTrue();
        assertThat(set(hours(1, 2)).contains(hour(2))).isFalse();
        assertThat(IntervalSet.empty().contains(hour(1))).isFalse();
    }

    private static IntervalSet set(Interval... intervals) {
        List<Interval> list = Arrays.asList(intervals);
        return IntervalSet.of(list);
    }

    private static Interval hours(int from, int to) {
        return new Interval(hour(from), hour(to));
    }

    private static Instant hour(int hour) {
        return Instant.EPOCH.plusSeconds(hour * 3600L);
    }
}
