package health.miadi.statistics.entity;

import health.miadi.availability.entity.Interval;
import health.miadi.shared.time.Zones;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of time in which the clocks of a zone stand in one way. By these the database tells days apart as the engine
 * does, and not by a time zone database of its own (R-TIME-4).
 *
 * @param zone the name of the zone
 * @param time when
 * @param offset what the clocks are ahead of UTC
 */
public record ZoneStretch(String zone, Interval time, ZoneOffset offset) {

    /** The stretches of those days in that zone, in order. In a zone that is not known any more, days are those of UTC. */
    public static List<ZoneStretch> of(String zone, DaySpan span) {
        ZoneId known = Zones.named(zone).orElse(ZoneOffset.UTC);
        return span.in(known).map(time -> of(zone, known.getRules(), time)).orElse(List.of());
    }

    private static List<ZoneStretch> of(String zone, ZoneRules rules, Interval time) {
        var stretches = new ArrayList<ZoneStretch>();
        for (Instant from = time.start(); from.isBefore(time.end()); ) {
            ZoneOffsetTransition next = rules.nextTransition(from);
            Instant until = next == null || next.getInstant().isAfter(time.end()) ? time.end() : next.getInstant();
            stretches.add(new ZoneStretch(zone, new Interval(from, until), rules.getOffset(from)));
            from = until;
        }
        return stretches;
    }
}
