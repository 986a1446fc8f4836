package health.miadi.availability.entity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Turns wall-clock times of a zone into instants, on the days of a clock change too (R-TIME-2).
 *
 * <p>A time that a change skips moves forward by the gap. A time that occurs twice is its first occurrence where it
 * begins something and its second where it ends something, so that a window holds both. Midnight as an end is no time of
 * day but the border to the next day, and there is one of it even where 00:00 occurs twice: a window 00:00–24:00 is
 * exactly that day.
 */
public final class WallTimes {

    private WallTimes() {}

    /** The instant at which something begins that begins at {@code wall} in {@code zone}. */
    public static Instant beginning(LocalDateTime wall, ZoneId zone) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(wall);
        return offsets.isEmpty() ? afterGap(wall, zone) : wall.toInstant(offsets.get(0));
    }

    /** The instant at which something ends that ends at {@code wall} in {@code zone}. */
    public static Instant ending(LocalDateTime wall, ZoneId zone) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(wall);
        return offsets.isEmpty() ? afterGap(wall, zone) : wall.toInstant(offsets.get(offsets.size() - 1));
    }

    /** The first instant of {@code day} in {@code zone}, which is also the end of the day before (R-TIME-4). */
    public static Instant startOfDay(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** Read with the offset before the change, a skipped time is the same instant as itself plus the gap after it. */
    private static Instant afterGap(LocalDateTime wall, ZoneId zone) {
        return wall.toInstant(zone.getRules().getTransition(wall).getOffsetBefore());
    }
}
