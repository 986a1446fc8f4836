package health.miadi.availability.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The slot engine against {@link MinuteByMinute}: what both list, and what both decide about each minute. */
final class BothEngines {
    private static final int SCHEDULES_EACH = 3;
    private static final Duration AROUND = Duration.ofHours(30);

    private BothEngines() {}

    /** Compares them for some random schedules in the hours around a change of the clock. */
    static void agreeAround(ClockChange change, long seed) {
        LocalDate day = LocalDate.ofInstant(change.at(), change.zone());
        var reference = new MinuteByMinute(change.zone(), day.minusDays(7), day.plusDays(7));
        for (int i = 0; i < SCHEDULES_EACH; i++) {
            var clinic = new RandomClinic(seed + i, day);
            ProviderSchedule schedule = clinic.schedule(change.zone());
            SlotTerms terms = clinic.terms().notice(60).horizon(2).terms();
            Instant now = clinic.someTime();
            Instant from = change.at().minus(AROUND);
            Instant to = change.at().plus(AROUND);
            var engine = new SlotEngine(terms, now);
            List<@Nullable SlotRefusal> expected = reference.refusals(schedule, terms, now, from, to);
            String described = "seed %d, %s, %s, %s, now %s".formatted(seed, change, schedule, terms, now);
            assertThat(offered(engine, schedule, from, to)).as(described).isEqualTo(starts(expected, from));
            assertThat(decided(engine, schedule, from, expected.size()))
                    .as(described)
                    .isEqualTo(expected);
        }
    }

    private static List<Instant> offered(SlotEngine engine, ProviderSchedule schedule, Instant from, Instant to) {
        var starts = new ArrayList<Instant>();
        engine.offered(schedule, from, to).forEachRemaining(slot -> starts.add(slot.start()));
        return starts;
    }

    private static List<Instant> starts(List<@Nullable SlotRefusal> refusals, Instant from) {
        var starts = new ArrayList<Instant>();
        for (int minute = 0; minute < refusals.size(); minute++) {
            if (refusals.get(minute) == null) {
                starts.add(from.plus(Duration.ofMinutes(minute)));
            }
        }
        return starts;
    }

    private static List<@Nullable SlotRefusal> decided(
            SlotEngine engine, ProviderSchedule schedule, Instant from, int minutes) {
        var refusals = new ArrayList<@Nullable SlotRefusal>();
        for (int minute = 0; minute < minutes; minute++) {
            refusals.add(engine.decide(schedule, from.plus(Duration.ofMinutes(minute)))
                    .orElse(null));
        }
        return refusals;
    }
}
