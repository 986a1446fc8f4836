package health.miadi.availability.entity;

import static health.miadi.availability.entity.ScheduleFixture.aProvider;
import static health.miadi.availability.entity.TermsFixture.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("R-TIME-2, R-TIME-3: windows on the days of a clock change, by name")
class NightShiftsTest {

    @ParameterizedTest(name = "{0}, {1} {2}–{3}: {4} half hours, the last at {5}")
    @CsvSource({
        "America/New_York,    2027-03-13, 21:00, 03:00, 10, 01:30",
        "America/New_York,    2026-10-31, 21:00, 03:00, 14, 02:30",
        "America/Chicago,     2027-03-13, 21:00, 03:00, 10, 01:30",
        "America/Chicago,     2026-10-31, 21:00, 03:00, 14, 02:30",
        "America/Chicago,     2026-11-01, 00:00, 24:00, 50, 23:30",
        "Australia/Lord_Howe, 2027-04-03, 21:00, 03:00, 13, 02:30",
        "Australia/Lord_Howe, 2026-10-03, 21:00, 03:00, 11, 02:30",
        "Africa/Cairo,        2026-04-23, 21:00, 03:00, 10, 02:30",
        "Africa/Cairo,        2026-10-29, 21:00, 03:00, 14, 02:30",
        "Africa/Cairo,        2026-10-29, 18:00, 24:00, 14, 23:30",
        "Europe/Dublin,       2027-03-27, 21:00, 03:00, 10, 02:30",
        "Europe/Dublin,       2026-10-24, 21:00, 03:00, 14, 02:30",
        "Africa/Casablanca,   2026-02-14, 21:00, 03:00, 14, 02:30",
        "Africa/Casablanca,   2026-03-21, 21:00, 03:00, 10, 01:30",
        "Asia/Kathmandu,      2026-11-01, 21:00, 03:00, 12, 02:30",
        "Asia/Kathmandu,      2026-11-01, 18:00, 24:00, 12, 23:30"
    })
    void areAsLongAsTheClockMakesThem(String zone, LocalDate day, String from, String to, int halves, String last) {
        ProviderSchedule schedule = aProvider()
                .in(zone)
                .extra(day.toString(), day.toString(), from, to)
                .schedule();
        Instant first = day.atStartOfDay(ZoneOffset.UTC).toInstant().minus(Duration.ofDays(2));
        var engine = new SlotEngine(minutes(30).every(30).terms(), first);
        List<Slot> slots = new ArrayList<>();
        engine.offered(schedule, first, first.plus(Duration.ofDays(5))).forEachRemaining(slots::add);
        assertThat(slots).hasSize(halves).allMatch(slot -> engine.decide(schedule, slot.start())
                .isEmpty());
        assertThat(slots.get(halves - 1).start().atZone(ZoneId.of(zone)).toLocalTime())
                .hasToString(last);
    }
}
