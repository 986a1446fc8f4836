package health.miadi.statistics.entity;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.availability.entity.Interval;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("R-TIME-4: the days of a zone")
class ZoneStretchTest {

    private static List<ZoneStretch> of(String zone, String first, String last) {
        return ZoneStretch.of(zone, new DaySpan(LocalDate.parse(first), LocalDate.parse(last)));
    }

    private static ZoneStretch stretch(String zone, String from, String until, int hours) {
        return new ZoneStretch(
                zone, new Interval(Instant.parse(from), Instant.parse(until)), ZoneOffset.ofHours(hours));
    }

    @Test
    @DisplayName("are one stretch while the clocks stay")
    void clocksStay() {
        assertThat(of("Africa/Nairobi", "2026-02-01", "2026-02-28"))
                .containsExactly(stretch("Africa/Nairobi", "2026-01-31T21:00:00Z", "2026-02-28T21:00:00Z", 3));
    }

    @Test
    @DisplayName("are two where the clocks change, which meet at the change")
    void clocksChange() {
        assertThat(of("Europe/Berlin", "2026-03-28", "2026-03-30"))
                .containsExactly(
                        stretch("Europe/Berlin", "2026-03-27T23:00:00Z", "2026-03-29T01:00:00Z", 1),
                        stretch("Europe/Berlin", "2026-03-29T01:00:00Z", "2026-03-30T22:00:00Z", 2));
    }

    @Test
    @DisplayName("are none where the zone skipped them")
    void skippedDay() {
        assertThat(of("Pacific/Apia", "2011-12-30", "2011-12-30")).isEmpty();
    }

    @Test
    @DisplayName("are those of UTC in a zone that is not known any more")
    void unknownZone() {
        assertThat(of("Mars/Phobos", "2026-02-01", "2026-02-01"))
                .containsExactly(stretch("Mars/Phobos", "2026-02-01T00:00:00Z", "2026-02-02T00:00:00Z", 0));
    }
}
