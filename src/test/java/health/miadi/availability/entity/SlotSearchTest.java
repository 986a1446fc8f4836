package health.miadi.availability.entity;

import static health.miadi.availability.entity.ScheduleFixture.aProvider;
import static health.miadi.availability.entity.ScheduleFixture.at;
import static health.miadi.availability.entity.TermsFixture.minutes;
import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("R-AVAIL-7: a search over many providers")
class SlotSearchTest {

    private static final Instant FROM = at("2026-11-23T00:00Z");
    private static final Instant TO = at("2026-11-24T00:00Z");
    private static final UUID ONE = UUID.fromString("01900000-0000-7000-8000-000000000001");
    private static final UUID TWO = UUID.fromString("f1900000-0000-7000-8000-000000000002");

    private final List<ProviderSchedule> both = List.of(
            aProvider().named(TWO).working(MONDAY, "09:00", "10:00").schedule(),
            aProvider().named(ONE).working(MONDAY, "09:30", "10:30").schedule());
    private final SlotEngine engine = new SlotEngine(minutes(30).every(30).terms(), FROM);

    @Test
    void slotsComeByStartAndThenByProvider() {
        assertThat(new SlotSearch(engine, both).first(10, FROM, TO))
                .containsExactly(
                        slot(TWO, "09:00", "09:30"),
                        slot(ONE, "09:30", "10:00"),
                        slot(TWO, "09:30", "10:00"),
                        slot(ONE, "10:00", "10:30"));
    }

    @Test
    void aSearchForTheFirstFewEndsThere() {
        assertThat(new SlotSearch(engine, both).first(2, FROM, TO))
                .containsExactly(slot(TWO, "09:00", "09:30"), slot(ONE, "09:30", "10:00"));
        assertThat(new SlotSearch(engine, List.of()).first(2, FROM, TO)).isEmpty();
    }

    @Test
    void aSearchGoesOnBehindTheSlotWhereItStopped() {
        var search = new SlotSearch(engine, both);
        assertThat(search.first(10, FROM, TO, slot(ONE, "09:30", "10:00")))
                .containsExactly(slot(TWO, "09:30", "10:00"), slot(ONE, "10:00", "10:30"));
        assertThat(search.first(10, FROM, TO, slot(ONE, "10:00", "10:30"))).isEmpty();
    }

    private static Slot slot(UUID provider, String start, String end) {
        return new Slot(provider, at("2026-11-23T" + start + "Z"), at("2026-11-23T" + end + "Z"));
    }
}
