package health.miadi.availability.entity;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.ShrinkingMode;

/** A sample of {@link EveryZoneCompletelyTest}, another one in each run. */
@Label("R-TIME-2, R-TIME-3, R-TIME-4: both engines agree around clock changes")
class EveryZoneTest {

    private static final List<ClockChange> CHANGES = ClockChange.all();

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    @Label("the engine offers and refuses what a look at the clock minute by minute says")
    void bothEnginesAgree(@ForAll("changes") ClockChange change, @ForAll long seed) {
        BothEngines.agreeAround(change, seed);
    }

    @Provide
    Arbitrary<ClockChange> changes() {
        return Arbitraries.integers()
                .between(0, CHANGES.size() - 1)
                .withDistribution(RandomDistribution.uniform())
                .map(CHANGES::get);
    }
}
