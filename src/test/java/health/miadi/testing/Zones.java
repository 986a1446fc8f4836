package health.miadi.testing;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;

/**
 * The zones of the JDK's time zone database. A library may have added others to this process: ical4j adds zones that have rules only while a
 * calendar is read.
 */
public final class Zones {
    private Zones() {}

    /** Their ids, in order. */
    public static Set<String> all() {
        var zones = new TreeSet<>(ZoneId.getAvailableZoneIds());
        zones.retainAll(List.of(TimeZone.getAvailableIDs()));
        return zones;
    }
}
