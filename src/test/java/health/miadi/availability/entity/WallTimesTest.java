package health.miadi.availability.entity;

import static health.miadi.availability.entity.ScheduleFixture.at;
import static health.miadi.availability.entity.ScheduleFixture.span;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WallTimesTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @Nested
    @DisplayName("R-TIME-2: wall-clock times on the days of a clock change")
    class ClockChanges {

        @Test
        void aSkippedTimeMovesForwardByTheGap() {
            LocalDateTime skipped = LocalDateTime.parse("2027-03-14T02:20");
            assertThat(WallTimes.beginning(skipped, NEW_YORK)).isEqualTo(at("2027-03-14T03:20-04:00"));
            assertThat(WallTimes.ending(skipped, NEW_YORK)).isEqualTo(at("2027-03-14T03:20-04:00"));
        }

        @Test
        void aRepeatedTimeBeginsAtItsFirstAndEndsAtItsSecondOccurrence() {
            LocalDateTime twice = LocalDateTime.parse("2026-11-01T01:30");
            assertThat(WallTimes.beginning(twice, NEW_YORK)).isEqualTo(at("2026-11-01T01:30-04:00"));
            assertThat(WallTimes.ending(twice, NEW_YORK)).isEqualTo(at("2026-11-01T01:30-05:00"));
        }

        @ParameterizedTest(name = "{1} in {0}: {2}–{3} lasts {4}")
        @CsvSource({
            "America/New_York,    2026-11-01, 00:00, 06:00, PT7H",
            "America/New_York,    2027-03-14, 00:00, 06:00, PT5H",
            "America/New_York,    2026-10-31, 21:00, 03:00, PT7H",
            "America/New_York,    2027-03-13, 21:00, 03:00, PT5H",
            "America/New_York,    2026-11-01, 21:00, 03:00, PT6H",
            "America/Chicago,     2026-11-01, 00:00, 24:00, PT25H",
            "America/Chicago,     2027-03-14, 00:00, 24:00, PT23H",
            "America/Chicago,     2027-03-14, 01:30, 02:30, PT1H",
            "America/Chicago,     2027-03-14, 02:15, 02:45, PT30M",
            "America/Chicago,     2026-11-01, 01:30, 01:45, PT1H15M",
            "Australia/Lord_Howe, 2027-04-04, 00:00, 06:00, PT6H30M",
            "Australia/Lord_Howe, 2026-10-04, 00:00, 06:00, PT5H30M",
            "Australia/Lord_Howe, 2027-04-03, 21:00, 03:00, PT6H30M",
            "Africa/Cairo,        2026-04-23, 21:00, 03:00, PT5H",
            "Africa/Cairo,        2026-04-24, 00:00, 06:00, PT5H",
            "Africa/Cairo,        2026-04-24, 00:30, 06:00, PT4H30M",
            "Africa/Cairo,        2026-10-29, 21:00, 03:00, PT7H",
            "Africa/Cairo,        2026-10-29, 18:00, 24:00, PT7H",
            "Europe/Dublin,       2026-10-25, 00:00, 06:00, PT7H",
            "Europe/Dublin,       2027-03-28, 00:00, 06:00, PT5H",
            "Africa/Casablanca,   2026-02-15, 00:00, 06:00, PT7H",
            "Africa/Casablanca,   2026-03-22, 00:00, 06:00, PT5H",
            "Asia/Kathmandu,      2026-11-01, 21:00, 03:00, PT6H",
            "Asia/Kathmandu,      2026-11-01, 00:00, 24:00, PT24H",
        })
        void aWindowIsAsLongAsTheClockMakesIt(ZoneId zone, LocalDate day, String from, String to, Duration length) {
            assertThat(span(from, to).on(day, zone).map(Interval::length)).contains(length);
        }

        @Test
        void aWindowThatTheGapSwallowsIsNotThere() {
            assertThat(span("02:00", "03:00").on(LocalDate.parse("2027-03-14"), NEW_YORK))
                    .isEmpty();
            assertThat(span("02:30", "03:00").on(LocalDate.parse("2027-03-14"), NEW_YORK))
                    .isEmpty();
        }

        @Test
        void midnightIsOneBorderBetweenTwoDaysEvenWhereItOccursTwice() {
            ZoneId havana = ZoneId.of("America/Havana");
            Interval saturday = span("00:00", "24:00")
                    .on(LocalDate.parse("2026-10-31"), havana)
                    .orElseThrow();
            Interval sunday = span("00:00", "24:00")
                    .on(LocalDate.parse("2026-11-01"), havana)
                    .orElseThrow();
            assertThat(saturday.length()).isEqualTo(Duration.ofHours(24));
            assertThat(sunday.length()).isEqualTo(Duration.ofHours(25));
            assertThat(saturday.end()).isEqualTo(sunday.start());
        }
    }

    @Nested
    @DisplayName("R-TIME-3: windows past midnight")
    class PastMidnight {

        private final LocalDate monday = LocalDate.parse("2026-11-23");
        private final ZoneId kathmandu = ZoneId.of("Asia/Kathmandu");

        @Test
        void anEndNotAfterTheStartIsOnTheNextDay() {
            assertThat(span("21:00", "03:00").on(monday, kathmandu))
                    .contains(new Interval(at("2026-11-23T21:00+05:45"), at("2026-11-24T03:00+05:45")));
            assertThat(span("21:00", "03:00").runsPastMidnight()).isTrue();
        }

        @Test
        void twentyFourHoursIsTheEndOfTheDay() {
            assertThat(span("18:00", "24:00").on(monday, kathmandu))
                    .contains(new Interval(at("2026-11-23T18:00+05:45"), at("2026-11-24T00:00+05:45")));
            assertThat(span("18:00", "24:00").runsPastMidnight()).isFalse();
        }

        @Test
        void aWindowWithoutLengthIsRefused() {
            LocalTime nine = LocalTime.of(9, 0);
            assertThatIllegalArgumentException().isThrownBy(() -> new WallSpan(nine, nine));
        }
    }
}
