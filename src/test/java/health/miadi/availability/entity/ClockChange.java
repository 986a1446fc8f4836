package health.miadi.availability.entity;

import health.miadi.testing.Zones;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** A change of a zone's clock, or any time in a zone that has none. */
record ClockChange(ZoneId zone, Instant at) {
    private static final Instant FIRST = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2038-01-01T00:00:00Z");
    private static final Instant ANY_TIME = Instant.parse("2026-03-29T01:00:00Z");

    /** Every change from 2020 to 2037 of every zone of the JDK; zones with the same rules stand for each other. */
    static List<ClockChange> all() {
        var changes = new ArrayList<ClockChange>();
        var known = new HashSet<ZoneRules>();
        for (String id : Zones.all()) {
            ZoneId zone = ZoneId.of(id);
            if (known.add(zone.getRules())) {
                List<ClockChange> own = of(zone);
                changes.addAll(own.isEmpty() ? List.of(new ClockChange(zone, ANY_TIME)) : own);
            }
        }
        return changes;
    }

    private static List<ClockChange> of(ZoneId zone) {
        var changes = new ArrayList<ClockChange>();
        ZoneOffsetTransition next = zone.getRules().nextTransition(FIRST);
        while (next != null && next.getInstant().isBefore(LAST)) {
            changes.add(new ClockChange(zone, next.getInstant()));
            next = zone.getRules().nextTransition(next.getInstant());
        }
        return changes;
    }
}
