package health.miadi.availability.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

@Label("The slot engine, whatever the clinic")
class SlotEnginePropertiesTest {

    private static final LocalDate DAY = LocalDate.parse("2026-10-25");
    private static final Instant FROM = Instant.parse("2026-10-23T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-10-28T00:00:00Z");
    private static final Instant NOW = Instant.parse("2026-10-22T00:00:00Z");

    @Property(tries = 150)
    @Label(
            "R-AVAIL-2, R-BOOK-1: a slot with its buffers lies in working time and touches nobody else's, nor the patient's own")
    void slotsStayInFreeTime(@ForAll long seed, @ForAll("zones") ZoneId zone) {
        var clinic = new RandomClinic(seed, DAY);
        ProviderSchedule schedule = clinic.schedule(zone);
        SlotTerms terms = clinic.terms().terms();
        IntervalSet free = schedule.calendar()
                .hours(new Interval(FROM.minus(Duration.ofDays(1)), TO.plus(Duration.ofDays(1))))
                .working()
                .minus(schedule.busy());
        SlotPurpose purpose = clinic.purpose();
        PatientTime patient = purpose.patient();
        assertThat(offered(schedule, terms, purpose)).allSatisfy(slot -> {
            var time = new Interval(slot.start(), slot.end());
            assertThat(patient.visits().overlaps(time) || patient.holds().overlaps(time))
                    .isFalse();
            assertThat(free.covers(terms.blocked(slot.start()))).isTrue();
            assertThat(schedule.busy().overlaps(terms.blocked(slot.start()))).isFalse();
            assertThat(Duration.between(slot.start(), slot.end())).isEqualTo(terms.duration());
        });
    }

    @Property(tries = 150)
    @Label("R-AVAIL-6: what is offered to a patient, or for a move, is decided as offered, and nothing else is")
    void listingAndDecidingAgree(@ForAll long seed, @ForAll("zones") ZoneId zone) {
        var clinic = new RandomClinic(seed, DAY);
        ProviderSchedule schedule = clinic.schedule(zone);
        SlotTerms terms = clinic.terms().terms();
        SlotPurpose purpose = clinic.purpose();
        var engine = new SlotEngine(terms, purpose, NOW);
        var decided = new ArrayList<Instant>();
        for (Instant start = FROM; start.isBefore(TO); start = start.plus(Duration.ofMinutes(1))) {
            if (engine.decide(schedule, start).isEmpty()) {
                decided.add(start);
            }
        }
        assertThat(offered(schedule, terms, purpose)).extracting(Slot::start).isEqualTo(decided);
    }

    @Property(tries = 150)
    @Label("R-AVAIL-5: slots come in order, each once, and a later beginning only leaves out the earlier ones")
    void slotsAreOrderedAndStable(@ForAll long seed, @ForAll("zones") ZoneId zone) {
        var clinic = new RandomClinic(seed, DAY);
        ProviderSchedule schedule = clinic.schedule(zone);
        SlotTerms terms = clinic.terms().terms();
        List<Slot> slots = offered(schedule, terms);
        assertThat(slots).doesNotHaveDuplicates().isSortedAccordingTo(Slot.IN_ORDER);
        Instant later = clinic.someTime();
        var rest = new ArrayList<Slot>();
        new SlotEngine(terms, NOW).offered(schedule, later, TO).forEachRemaining(rest::add);
        assertThat(rest.stream().filter(slot -> !slot.start().isBefore(FROM)))
                .isEqualTo(slots.stream()
                        .filter(slot -> !slot.start().isBefore(later))
                        .toList());
    }

    @Property(tries = 150)
    @Label("Appointments that fit together book in any order and leave the same free time")
    void theOrderOfBookingsDoesNotMatter(@ForAll long seed, @ForAll("zones") ZoneId zone) {
        var clinic = new RandomClinic(seed, DAY);
        ProviderSchedule schedule = clinic.schedule(zone);
        SlotTerms terms = clinic.terms().atMostPerDay(null).terms();
        List<Instant> apart = apart(offered(schedule, terms), terms);
        ProviderSchedule inOrder = bookAll(schedule, terms, apart);
        ProviderSchedule shuffled = bookAll(schedule, terms, clinic.shuffled(apart));
        assertThat(offered(inOrder, terms)).isEqualTo(offered(shuffled, terms));
        assertThat(offered(schedule, terms)).containsAll(offered(inOrder, terms));
    }

    @Property(tries = 300)
    @Label("R-AVAIL-4: a visit is stranded just where the engine explains its start as outside hours or in an absence")
    void whatIsStrandedIsWhatIsExplainedAsNotWorked(@ForAll long seed, @ForAll("zones") ZoneId zone) {
        var clinic = new RandomClinic(seed, DAY);
        ProviderSchedule schedule = clinic.schedule(zone);
        Interval visit = clinic.visit();
        SlotTerms terms = TermsFixture.minutes((int) visit.length().toMinutes()).terms();
        boolean explainedAsNotWorked = new SlotEngine(terms, NOW)
                .explain(schedule, visit.start(), List.of()).obstacles().stream()
                        .map(SlotObstacle::kind)
                        .anyMatch(Set.of(ObstacleKind.OUTSIDE_HOURS, ObstacleKind.ABSENCE)::contains);
        assertThat(schedule.calendar().isWorkedThroughout(visit)).isNotEqualTo(explainedAsNotWorked);
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of("Europe/Dublin", "Africa/Cairo", "Asia/Kathmandu", "Pacific/Kiritimati", "America/Nuuk")
                .map(ZoneId::of);
    }

    private static List<Slot> offered(ProviderSchedule schedule, SlotTerms terms) {
        return offered(schedule, terms, SlotPurpose.ANYBODY);
    }

    private static List<Slot> offered(ProviderSchedule schedule, SlotTerms terms, SlotPurpose purpose) {
        var slots = new ArrayList<Slot>();
        new SlotEngine(terms, purpose, NOW).offered(schedule, FROM, TO).forEachRemaining(slots::add);
        return slots;
    }

    private static List<Instant> apart(List<Slot> slots, SlotTerms terms) {
        var chosen = new ArrayList<Instant>();
        IntervalSet blocked = IntervalSet.empty();
        for (Slot slot : slots) {
            Interval block = terms.blocked(slot.start());
            if (!blocked.overlaps(block)) {
                chosen.add(slot.start());
                blocked = blocked.union(IntervalSet.of(List.of(block)));
            }
        }
        return chosen;
    }

    private static ProviderSchedule bookAll(ProviderSchedule schedule, SlotTerms terms, List<Instant> starts) {
        ProviderSchedule current = schedule;
        for (Instant start : starts) {
            assertThat(new SlotEngine(terms, NOW).decide(current, start)).isEmpty();
            IntervalSet busy = current.busy().union(IntervalSet.of(List.of(terms.blocked(start))));
            current = new ProviderSchedule(current.providerId(), current.calendar(), busy, current.bookedPerDay());
            assertThat(new SlotEngine(terms, NOW).decide(current, start)).contains(SlotRefusal.TAKEN);
        }
        return current;
    }
}
