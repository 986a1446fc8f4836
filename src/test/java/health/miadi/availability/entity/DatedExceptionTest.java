package health.miadi.availability.entity;

import static health.miadi.availability.entity.ScheduleFixture.at;
import static health.miadi.availability.entity.ScheduleFixture.span;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DatedExceptionTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final LocalDate FIRST = LocalDate.parse("2026-12-01");
    private static final LocalDate LAST = LocalDate.parse("2026-12-03");

    private static DatedException absent(@Nullable WallSpan span) {
        return new DatedException(ExceptionKind.ABSENT, new EachDay(FIRST, LAST, span));
    }

    @Nested
    @DisplayName("R-AVAIL-4: what an absence strands")
    class Stranding {

        @Test
        void wholeDaysStrandWhatOverlapsThemInTheProvidersZone() {
            DatedException absence = absent(null);
            assertThat(strands(absence, "2026-11-30T23:30-05:00", "2026-12-01T00:00-05:00"))
                    .isFalse();
            assertThat(strands(absence, "2026-11-30T23:30-05:00", "2026-12-01T00:01-05:00"))
                    .isTrue();
            assertThat(strands(absence, "2026-12-03T23:30-05:00", "2026-12-04T00:30-05:00"))
                    .isTrue();
            assertThat(strands(absence, "2026-12-04T00:00-05:00", "2026-12-04T00:30-05:00"))
                    .isFalse();
        }

        @Test
        void aPartOfEachDayStrandsNothingBetweenThem() {
            DatedException nights = absent(span("22:00", "02:00"));
            assertThat(strands(nights, "2026-12-02T01:30-05:00", "2026-12-02T02:30-05:00"))
                    .isTrue();
            assertThat(strands(nights, "2026-12-02T02:00-05:00", "2026-12-02T22:00-05:00"))
                    .isFalse();
            assertThat(strands(nights, "2026-12-04T01:00-05:00", "2026-12-04T01:30-05:00"))
                    .isTrue();
            assertThat(strands(nights, "2026-12-01T01:00-05:00", "2026-12-01T01:30-05:00"))
                    .isFalse();
        }

        @Test
        void oneThatRunsThroughStrandsAllBetweenItsEnds() {
            DatedException away = new DatedException(
                    ExceptionKind.ABSENT,
                    new Through(LocalDateTime.parse("2026-12-04T14:30"), LocalDateTime.parse("2026-12-08T10:00")));
            assertThat(strands(away, "2026-12-04T14:00-05:00", "2026-12-04T14:30-05:00"))
                    .isFalse();
            assertThat(strands(away, "2026-12-04T14:00-05:00", "2026-12-04T14:31-05:00"))
                    .isTrue();
            assertThat(strands(away, "2026-12-07T10:30-05:00", "2026-12-07T11:00-05:00"))
                    .isTrue();
            assertThat(strands(away, "2026-12-08T09:59-05:00", "2026-12-08T10:30-05:00"))
                    .isTrue();
            assertThat(strands(away, "2026-12-08T10:00-05:00", "2026-12-08T10:30-05:00"))
                    .isFalse();
        }

        private boolean strands(DatedException absence, String from, String to) {
            return absence.overlaps(new Interval(at(from), at(to)), NEW_YORK);
        }
    }

    @Test
    void extraHoursWithoutTimesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DatedException(ExceptionKind.EXTRA, new EachDay(FIRST, LAST, null)));
    }

    @Test
    void daysTheWrongWayRoundAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new EachDay(LAST, FIRST, null));
    }

    @Test
    void oneThatRunsThroughIsKeptAsItIsGiven() {
        Through night = Through.of(FIRST, LocalTime.parse("20:00"), LAST, LocalTime.MIDNIGHT);
        assertThat(night.until()).isEqualTo(LAST.plusDays(1).atStartOfDay());
        assertThat(ExceptionTime.of(
                        night.extent(), night.firstDay(), night.lastDay(), night.startTime(), night.endTime()))
                .isEqualTo(night);
        assertThatIllegalArgumentException().isThrownBy(() -> new Through(night.until(), night.from()));
    }

    @Test
    void aDayThatAZoneSkippedIsNotThere() {
        ZoneId apia = ZoneId.of("Pacific/Apia");
        LocalDate skipped = LocalDate.parse("2011-12-30");
        assertThat(new EachDay(skipped, skipped, null).stretches(skipped, skipped, apia))
                .isEmpty();
    }
}
