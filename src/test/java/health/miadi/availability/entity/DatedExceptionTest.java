package health.miadi.availability.entity;

import static health.miadi.availability.entity.ScheduleFixture.at;
import static health.miadi.availability.entity.ScheduleFixture.span;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
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
        return new DatedException(ExceptionKind.ABSENT, FIRST, LAST, span);
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
        void theTimeAroundItHoldsAllThatItCanStrand() {
            Interval around = absent(span("22:00", "02:00")).around(NEW_YORK);
            assertThat(around.covers(new Interval(at("2026-12-01T22:00-05:00"), at("2026-12-04T02:00-05:00"))))
                    .isTrue();
        }

        private boolean strands(DatedException absence, String from, String to) {
            return absence.overlaps(new Interval(at(from), at(to)), NEW_YORK);
        }
    }

    @Test
    void extraHoursWithoutTimesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DatedException(ExceptionKind.EXTRA, FIRST, LAST, null));
    }

    @Test
    void daysTheWrongWayRoundAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DatedException(ExceptionKind.ABSENT, LAST, FIRST, null));
    }

    @Test
    void aDayThatAZoneSkippedIsNotThere() {
        ZoneId apia = ZoneId.of("Pacific/Apia");
        LocalDate skipped = LocalDate.parse("2011-12-30");
        assertThat(new DatedException(ExceptionKind.ABSENT, skipped, skipped, null).on(skipped, apia))
                .isEmpty();
    }
}
