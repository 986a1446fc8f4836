package health.miadi.availability.entity;

import static health.miadi.availability.entity.ScheduleFixture.aProvider;
import static health.miadi.availability.entity.ScheduleFixture.at;
import static health.miadi.availability.entity.TermsFixture.minutes;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SlotEngineTest {

    /** A Sunday; the tests look at the Monday after it. */
    private static final Instant NOW = at("2026-11-22T00:00Z");

    private static final Instant MONDAY_START = at("2026-11-23T00:00Z");
    private static final Instant TUESDAY_START = at("2026-11-24T00:00Z");

    @Nested
    @DisplayName("R-AVAIL-2, R-AVAIL-3: free time")
    class FreeTime {

        @Test
        void extraHoursAddToTheWeeklyOnes() {
            assertThat(monday(
                            aProvider()
                                    .working(MONDAY, "09:00", "10:00")
                                    .extra("2026-11-23", "2026-11-23", "18:00", "19:00"),
                            minutes(30).every(30)))
                    .containsExactly("09:00", "09:30", "18:00", "18:30");
        }

        @Test
        void anAbsenceOfADayWinsOverWeeklyAndExtraHours() {
            assertThat(monday(
                            aProvider()
                                    .working(MONDAY, "09:00", "10:00")
                                    .extra("2026-11-23", "2026-11-23", "18:00", "19:00")
                                    .absent("2026-11-20", "2026-11-23"),
                            minutes(30)))
                    .isEmpty();
        }

        @Test
        void anAbsenceOfAPartOfEachDayLeavesTheRestAndDoesNotMoveTheGrid() {
            assertThat(monday(
                            aProvider()
                                    .working(MONDAY, "09:00", "12:00")
                                    .absent("2026-11-22", "2026-11-25", "09:10", "10:20"),
                            minutes(30).every(30)))
                    .containsExactly("10:30", "11:00", "11:30");
        }

        @Test
        void anAbsenceThatRunsThroughTakesAllBetweenItsEndsAndNothingElse() {
            ScheduleFixture provider =
                    aProvider().workingDaily("08:00", "16:00").absentThrough("2026-11-20T14:30", "2026-11-24T10:00");
            WorkingCalendar calendar = provider.schedule().calendar();
            assertThat(monday(provider, minutes(30))).isEmpty();
            assertThat(calendar.hours(new Interval(at("2026-11-20T00:00Z"), at("2026-11-25T00:00Z")))
                            .working()
                            .intervals())
                    .containsExactly(
                            new Interval(at("2026-11-20T08:00Z"), at("2026-11-20T14:30Z")),
                            new Interval(at("2026-11-24T10:00Z"), at("2026-11-24T16:00Z")));
        }

        @Test
        void whatRunsThroughAClockChangeEndsByTheClockOnTheWall() {
            WorkingCalendar calendar = aProvider()
                    .in("Europe/Berlin")
                    .extraThrough("2026-10-24T22:00", "2026-10-25T02:30")
                    .extraThrough("2027-03-28T02:30", "2027-03-28T06:00")
                    .schedule()
                    .calendar();
            assertThat(calendar.hours(new Interval(at("2026-10-24T00:00Z"), at("2026-10-26T00:00Z")))
                            .windows())
                    .containsExactly(new Interval(at("2026-10-24T22:00+02:00"), at("2026-10-25T02:30+01:00")));
            assertThat(calendar.hours(new Interval(at("2027-03-28T00:00Z"), at("2027-03-29T00:00Z")))
                            .windows())
                    .containsExactly(new Interval(at("2027-03-28T03:30+02:00"), at("2027-03-28T06:00+02:00")));
        }

        @Test
        void aWindowThatBeganTheEveningBeforeIsCutAtMidnightByTheAbsenceOfTheNextDay() {
            ScheduleFixture provider =
                    aProvider().working(MONDAY, "22:00", "02:00").absent("2026-11-24", "2026-11-24");
            assertThat(monday(provider, minutes(60).every(30))).containsExactly("22:00", "22:30", "23:00");
        }

        @Test
        void aRuleHoldsFromItsFirstToItsLastDay() {
            assertThat(monday(
                            aProvider()
                                    .workingBetween("2026-11-24", "2026-12-31", MONDAY, "09:00", "12:00")
                                    .workingBetween("2026-11-01", "2026-11-22", MONDAY, "13:00", "15:00")
                                    .workingBetween("2026-11-23", "2026-11-23", MONDAY, "16:00", "17:00"),
                            minutes(60)))
                    .containsExactly("16:00");
        }
    }

    @Nested
    @DisplayName("R-AVAIL-5: the grid")
    class Grid {

        @Test
        void startsLieAtTheWindowsStartAndEveryIntervalAfterIt() {
            assertThat(monday(aProvider().working(MONDAY, "09:05", "10:30"), minutes(30)))
                    .containsExactly("09:05", "09:20", "09:35", "09:50");
        }

        @Test
        void theGridDoesNotMoveWhenASlotIsTaken() {
            assertThat(monday(
                            aProvider()
                                    .working(MONDAY, "09:00", "11:00")
                                    .busy("2026-11-23T09:20Z", "2026-11-23T09:50Z"),
                            minutes(30).every(20)))
                    .containsExactly("10:00", "10:20");
        }

        @Test
        void anAppointmentMaySpanWindowsThatTouch() {
            assertThat(monday(
                            aProvider()
                                    .working(MONDAY, "09:00", "09:40")
                                    .extra("2026-11-23", "2026-11-23", "09:40", "10:20"),
                            minutes(40).every(20)))
                    .containsExactly("09:00", "09:20", "09:40");
        }

        @Test
        void overlappingWindowsKeepTheirOwnGridsAndOfferAStartOnce() {
            assertThat(monday(
                            aProvider()
                                    .working(MONDAY, "09:00", "10:30")
                                    .extra("2026-11-23", "2026-11-23", "09:20", "10:30"),
                            minutes(30).every(20)))
                    .containsExactly("09:00", "09:20", "09:40", "10:00");
            assertThat(monday(
                            aProvider()
                                    .working(MONDAY, "09:00", "10:00")
                                    .extra("2026-11-23", "2026-11-23", "09:10", "10:00"),
                            minutes(30).every(30)))
                    .containsExactly("09:00", "09:10", "09:30");
        }

        @Test
        void buffersMustFitFreeTimeAndAreNotPartOfTheSlot() {
            ScheduleFixture provider =
                    aProvider().working(MONDAY, "09:00", "11:00").busy("2026-11-23T10:15Z", "2026-11-23T10:30Z");
            List<Slot> slots = slots(provider, minutes(30).buffers(10, 5), MONDAY_START, TUESDAY_START);
            assertThat(slots)
                    .containsExactly(
                            new Slot(ScheduleFixture.PROVIDER, at("2026-11-23T09:15Z"), at("2026-11-23T09:45Z")),
                            new Slot(ScheduleFixture.PROVIDER, at("2026-11-23T09:30Z"), at("2026-11-23T10:00Z")));
        }

        @Test
        void aSearchThatBeginsWhereWindowsTouchSeesTheOneBefore() {
            ScheduleFixture provider =
                    aProvider().working(MONDAY, "09:00", "10:00").working(MONDAY, "10:00", "11:00");
            assertThat(times(
                            provider,
                            minutes(30).buffers(15, 0).every(30),
                            at("2026-11-23T10:00Z"),
                            at("2026-11-23T10:30Z")))
                    .containsExactly("10:00");
        }

        @Test
        void aSearchBeginsWithItsFirstAndEndsBeforeItsLastInstant() {
            assertThat(times(
                            aProvider().workingDaily("00:00", "24:00"),
                            minutes(30),
                            at("2026-11-23T09:00:00.000001Z"),
                            at("2026-11-23T09:45Z")))
                    .containsExactly("09:15", "09:30");
            assertThat(times(
                            aProvider().workingDaily("00:00", "24:00"),
                            minutes(30),
                            at("2026-11-23T09:45Z"),
                            at("2026-11-23T09:00Z")))
                    .isEmpty();
        }

        @Test
        void anAppointmentLongerThanAnyWindowIsNeverOffered() {
            assertThat(monday(aProvider().workingDaily("09:00", "10:00"), minutes(61)))
                    .isEmpty();
        }

        @Test
        void roundTheClockOneDayRunsIntoTheNext() {
            List<Slot> slots =
                    slots(aProvider().workingDaily("00:00", "24:00"), minutes(45), MONDAY_START, TUESDAY_START);
            assertThat(slots).hasSize(96);
            assertThat(slots.get(95).end()).isEqualTo(at("2026-11-24T00:30Z"));
        }

        @Test
        void aListThatIsReadToItsEndSaysSo() {
            Iterator<Slot> none = new SlotEngine(minutes(30).terms(), NOW)
                    .offered(aProvider().schedule(), MONDAY_START, TUESDAY_START);
            assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(none::next);
        }
    }

    @Nested
    @DisplayName("R-TIME-2, R-TIME-4: other zones and clock changes")
    class Zones {

        @Test
        void theNightOfTheFallBackOffersSevenOneHourSlots() {
            ScheduleFixture provider =
                    aProvider().in("America/New_York").extra("2026-11-01", "2026-11-01", "00:00", "06:00");
            List<Slot> slots = slots(
                    provider,
                    minutes(60).every(60),
                    at("2026-10-01T00:00Z"),
                    at("2026-12-01T00:00Z"),
                    at("2026-10-01T00:00Z"));
            assertThat(slots)
                    .extracting(Slot::start)
                    .containsExactly(
                            at("2026-11-01T00:00-04:00"),
                            at("2026-11-01T01:00-04:00"),
                            at("2026-11-01T01:00-05:00"),
                            at("2026-11-01T02:00-05:00"),
                            at("2026-11-01T03:00-05:00"),
                            at("2026-11-01T04:00-05:00"),
                            at("2026-11-01T05:00-05:00"));
        }

        @Test
        void theNightOfTheSpringForwardSkipsAnHour() {
            ScheduleFixture provider = aProvider().in("America/Chicago").workingDaily("21:00", "03:00");
            List<Slot> slots = slots(
                    provider,
                    minutes(60).every(60),
                    provider.wall("2027-03-13T12:00"),
                    provider.wall("2027-03-14T12:00"));
            assertThat(slots)
                    .extracting(slot ->
                            slot.start().atZone(ZoneId.of("America/Chicago")).getHour())
                    .containsExactly(21, 22, 23, 0, 1);
        }

        @Test
        void aProviderInKathmanduIsSeenFromNewYork() {
            ScheduleFixture provider = aProvider().in("Asia/Kathmandu").working(TUESDAY, "09:00", "10:00");
            assertThat(slots(provider, minutes(60), at("2026-11-23T00:00-05:00"), at("2026-11-24T00:00-05:00")))
                    .extracting(Slot::start)
                    .containsExactly(at("2026-11-24T03:15Z"));
        }

        @Test
        void aWindowThatBeganDaysEarlierOnTheViewersClockIsFound() {
            ScheduleFixture provider = aProvider().in("Pacific/Kiritimati").working(MONDAY, "23:45", "23:30");
            assertThat(slots(
                            provider,
                            minutes(15),
                            provider.wall("2026-11-24T23:15"),
                            provider.wall("2026-11-26T00:00")))
                    .extracting(Slot::start)
                    .containsExactly(provider.wall("2026-11-24T23:15"));
        }
    }

    private static List<String> monday(ScheduleFixture provider, TermsFixture terms) {
        return times(provider, terms, MONDAY_START, TUESDAY_START);
    }

    private static List<String> times(ScheduleFixture provider, TermsFixture terms, Instant from, Instant to) {
        return slots(provider, terms, from, to).stream()
                .map(slot -> slot.start().atZone(ZoneId.of("UTC")).toLocalTime().toString())
                .toList();
    }

    private static List<Slot> slots(ScheduleFixture provider, TermsFixture terms, Instant from, Instant to) {
        return slots(provider, terms, from, to, NOW);
    }

    private static List<Slot> slots(
            ScheduleFixture provider, TermsFixture terms, Instant from, Instant to, Instant now) {
        var slots = new ArrayList<Slot>();
        new SlotEngine(terms.terms(), now)
                .offered(provider.schedule(), from, to)
                .forEachRemaining(slots::add);
        return slots;
    }
}
