package health.miadi.availability.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The slot engine against {@link MinuteByMinute}, around the clock changes of the JDK's zones from 2020 to 2037.
 *
 * <p>Each run draws a sample; {@code -Dmiadi.test.zones=all} takes every change of every zone.
 */
@DisplayName("R-TIME-2: both engines agree around every clock change")
class EveryZoneTest {

    private static final Instant FIRST = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2038-01-01T00:00:00Z");
    private static final int SAMPLE = 80;
    private static final int SCHEDULES_EACH = 3;

    @Test
    void theEngineOffersAndRefusesWhatAMinuteByMinuteLookSays() {
        var random = new Random();
        List<Change> changes = everyChange();
        Collections.shuffle(changes, random);
        boolean all = "all".equals(System.getProperty("miadi.test.zones"));
        for (Change change : all ? changes : changes.subList(0, SAMPLE)) {
            compareAround(change, random.nextLong());
        }
    }

    private static void compareAround(Change change, long seed) {
        LocalDate day = LocalDate.ofInstant(change.at, change.zone);
        var reference = new MinuteByMinute(change.zone, day.minusDays(7), day.plusDays(7));
        for (int i = 0; i < SCHEDULES_EACH; i++) {
            var clinic = new RandomClinic(seed + i, day);
            ProviderSchedule schedule = clinic.schedule(change.zone);
            SlotTerms terms = clinic.terms().notice(60).horizon(2).terms();
            Instant now = clinic.someTime();
            Instant from = change.at.minus(Duration.ofHours(30));
            Instant to = change.at.plus(Duration.ofHours(30));
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

    /** One zone of each set of rules with all its changes, and two dates of zones that have none. */
    private static List<Change> everyChange() {
        var changes = new ArrayList<Change>();
        var known = new HashSet<ZoneRules>();
        for (String id : ZoneId.getAvailableZoneIds()) {
            ZoneId zone = ZoneId.of(id);
            if (known.add(zone.getRules())) {
                int before = changes.size();
                addChanges(zone, changes);
                if (changes.size() == before) {
                    changes.add(new Change(zone, Instant.parse("2026-03-29T01:00:00Z")));
                }
            }
        }
        return changes;
    }

    private static void addChanges(ZoneId zone, List<Change> changes) {
        ZoneOffsetTransition next = zone.getRules().nextTransition(FIRST);
        while (next != null && next.getInstant().isBefore(LAST)) {
            changes.add(new Change(zone, next.getInstant()));
            next = zone.getRules().nextTransition(next.getInstant());
        }
    }

    private record Change(ZoneId zone, Instant at) {}
}
