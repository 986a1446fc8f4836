package health.miadi.availability.entity;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Terms that read as a sentence: {@code minutes(30).every(15).buffers(5, 10).terms()}; no notice, a long horizon, no limit. */
final class TermsFixture {

    private final int duration;
    private int interval = 15;
    private int before;
    private int after;
    private Duration notice = Duration.ZERO;
    private Duration horizon = Duration.ofDays(36_500);
    private @Nullable Integer perDay;

    private TermsFixture(int duration) {
        this.duration = duration;
    }

    static TermsFixture minutes(int duration) {
        return new TermsFixture(duration);
    }

    TermsFixture every(int minutes) {
        interval = minutes;
        return this;
    }

    TermsFixture buffers(int minutesBefore, int minutesAfter) {
        before = minutesBefore;
        after = minutesAfter;
        return this;
    }

    TermsFixture notice(int minutes) {
        notice = Duration.ofMinutes(minutes);
        return this;
    }

    TermsFixture horizon(int days) {
        horizon = Duration.ofDays(days);
        return this;
    }

    TermsFixture atMostPerDay(@Nullable Integer times) {
        perDay = times;
        return this;
    }

    SlotTerms terms() {
        return new SlotTerms(
                Duration.ofMinutes(duration),
                Duration.ofMinutes(interval),
                Duration.ofMinutes(before),
                Duration.ofMinutes(after),
                notice,
                horizon,
                perDay);
    }
}
