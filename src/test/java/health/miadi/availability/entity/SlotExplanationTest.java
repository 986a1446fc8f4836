package health.miadi.availability.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** R-AVAIL-6, R-BOOK-12: what explains a start and what decides about it are of one mind. */
class SlotExplanationTest {

    private static final LocalDate DAY = LocalDate.parse("2026-03-29");
    private static final Instant NOW = Instant.parse("2026-03-27T09:00:00Z");

    @Property(tries = 1_000)
    @Label("The first obstacle is the refusal, and where there is none the start is offered")
    void theFirstObstacleDecides(@ForAll long seed, @ForAll("zones") ZoneId zone) {
        var clinic = new RandomClinic(seed, DAY);
        ProviderSchedule schedule = clinic.schedule(zone);
        var engine = new SlotEngine(clinic.terms().terms(), clinic.purpose(), NOW);
        List<SlotObstacle> blockers = schedule.busy().intervals().stream()
                .map(busy -> new SlotObstacle(ObstacleKind.APPOINTMENT, busy))
                .toList();
        for (int i = 0; i < 20; i++) {
            Instant start = clinic.someTime();
            SlotExplanation explanation = engine.explain(schedule, start, blockers);

            assertThat(explanation.obstacles().stream()
                            .map(obstacle -> obstacle.kind().refusal())
                            .findFirst())
                    .as("%s of %s", start, explanation)
                    .isEqualTo(engine.decide(schedule, start));
            assertThat(explanation.obstacles()).allSatisfy(obstacle -> assertThat(
                            obstacle.time() == null || obstacle.time().overlaps(explanation.blocked()))
                    .isTrue());
        }
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of("Europe/Dublin", "Africa/Cairo", "Asia/Kathmandu", "Pacific/Kiritimati")
                .map(ZoneId::of);
    }
}
