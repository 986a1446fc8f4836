package health.miadi.availability.entity;

import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Takes minutes: {@code mvn test -Dtest=EveryZoneCompletelyTest -Dmiadi.test.zones=all}. */
@DisplayName("R-TIME-2, R-TIME-3, R-TIME-4: both engines agree around every clock change of every zone, 2020 to 2037")
@EnabledIfSystemProperty(named = "miadi.test.zones", matches = "all")
class EveryZoneCompletelyTest {

    @Test
    void theEngineOffersAndRefusesWhatAMinuteByMinuteLookSays() {
        var seeds = new Random();
        ClockChange.all().parallelStream().forEach(change -> BothEngines.agreeAround(change, seeds.nextLong()));
    }
}
