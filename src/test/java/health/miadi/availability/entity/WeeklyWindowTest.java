package health.miadi.availability.entity;

import static health.miadi.availability.entity.ScheduleFixture.span;
import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("R-AVAIL-1: weekly rules that overlap")
class WeeklyWindowTest {

    @Test
    void windowsOfOneDayOverlapWhereTheirTimesDo() {
        WeeklyWindow morning = on(MONDAY, "09:00", "12:00");
        assertOverlap(morning, on(MONDAY, "11:59", "13:00"), true);
        assertOverlap(morning, on(MONDAY, "10:00", "11:00"), true);
        assertOverlap(morning, morning, true);
        assertOverlap(morning, on(MONDAY, "12:00", "13:00"), false);
        assertOverlap(morning, on(TUESDAY, "09:00", "12:00"), false);
    }

    @Test
    void aWindowPastMidnightReachesIntoTheNextDay() {
        WeeklyWindow night = on(MONDAY, "21:00", "03:00");
        assertOverlap(night, on(TUESDAY, "02:59", "04:00"), true);
        assertOverlap(night, on(TUESDAY, "03:00", "04:00"), false);
        assertOverlap(night, on(TUESDAY, "21:00", "03:00"), false);
        assertOverlap(on(MONDAY, "12:00", "11:00"), on(TUESDAY, "10:00", "10:30"), true);
    }

    @Test
    void sundayNightReachesIntoMonday() {
        assertOverlap(on(SUNDAY, "22:00", "02:00"), on(MONDAY, "01:00", "05:00"), true);
        assertOverlap(on(SUNDAY, "00:00", "24:00"), on(MONDAY, "00:00", "24:00"), false);
    }

    @Test
    void rulesWithoutACommonDayDoNotOverlap() {
        WeeklyWindow spring = on(MONDAY, "09:00", "12:00", "2027-01-01", "2027-05-31");
        assertOverlap(spring, on(MONDAY, "09:00", "12:00", "2027-06-01", null), false);
        assertOverlap(spring, on(MONDAY, "09:00", "12:00", "2027-05-31", null), true);
        assertOverlap(spring, on(MONDAY, "09:00", "12:00", null, "2027-01-03"), false);
        assertOverlap(spring, on(MONDAY, "09:00", "12:00", null, "2027-01-04"), true);
        assertOverlap(spring, on(MONDAY, "09:00", "12:00"), true);
    }

    @Test
    void validitiesThatMeetOnAnotherWeekdayDoNotOverlap() {
        assertOverlap(
                on(MONDAY, "09:00", "12:00", null, "2027-01-08"),
                on(MONDAY, "09:00", "12:00", "2027-01-05", null),
                false);
    }

    @Test
    void theLastNightOfOneRuleMeetsTheFirstMorningOfAnother() {
        WeeklyWindow lastNight = on(MONDAY, "21:00", "03:00", null, "2027-01-04");
        assertOverlap(lastNight, on(TUESDAY, "02:00", "05:00", "2027-01-05", null), true);
        assertOverlap(lastNight, on(TUESDAY, "02:00", "05:00", "2027-01-06", null), false);
    }

    @Test
    void aRuleBeginsOnItsWeekdayWithinItsValidity() {
        WeeklyWindow rule = on(FRIDAY, "09:00", "12:00", "2027-01-08", "2027-01-15");
        assertThat(LocalDate.parse("2027-01-01")
                        .datesUntil(LocalDate.parse("2027-02-01"))
                        .filter(rule::beginsOn))
                .containsExactly(LocalDate.parse("2027-01-08"), LocalDate.parse("2027-01-15"));
    }

    @Test
    void aValidityThatEndsBeforeItBeginsIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> on(MONDAY, "09:00", "12:00", "2027-01-05", "2027-01-04"));
    }

    private static void assertOverlap(WeeklyWindow one, WeeklyWindow other, boolean expected) {
        assertThat(one.overlaps(other)).isEqualTo(expected);
        assertThat(other.overlaps(one)).isEqualTo(expected);
    }

    private static WeeklyWindow on(DayOfWeek day, String from, String to) {
        return on(day, from, to, null, null);
    }

    private static WeeklyWindow on(
            DayOfWeek day, String from, String to, @Nullable String first, @Nullable String last) {
        return new WeeklyWindow(
                day,
                span(from, to),
                first == null ? null : LocalDate.parse(first),
                last == null ? null : LocalDate.parse(last));
    }
}
