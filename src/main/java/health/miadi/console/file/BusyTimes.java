package health.miadi.console.file;

import health.miadi.availability.entity.Interval;
import health.miadi.availability.entity.IntervalSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** When people are busy. Times of one person never overlap (R-BOOK-1), so the one before an end decides about it. */
final class BusyTimes {
    private final Map<UUID, NavigableMap<Instant, Taken>> byPerson = new HashMap<>();

    private record Taken(Interval time, UUID appointment) {}

    void add(UUID person, Interval time, UUID appointment) {
        byPerson.computeIfAbsent(person, none -> new TreeMap<>()).put(time.start(), new Taken(time, appointment));
    }

    void remove(UUID person, Interval time, UUID appointment) {
        of(person).remove(time.start(), new Taken(time, appointment));
    }

    /**
     * The appointment that overlaps that time.
     *
     * @param except one that does not count, or null
     */
    Optional<UUID> overlapping(UUID person, Interval time, @Nullable UUID except) {
        for (Taken taken : of(person).headMap(time.end(), false).descendingMap().values()) {
            if (!taken.appointment().equals(except)) {
                return taken.time().overlaps(time) ? Optional.of(taken.appointment()) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** All of the person's busy time that overlaps that time, but for one appointment. */
    IntervalSet within(UUID person, Interval time, @Nullable UUID except) {
        List<Interval> found = new ArrayList<>();
        for (Taken taken : of(person).headMap(time.end(), false).descendingMap().values()) {
            if (!taken.time().end().isAfter(time.start())) {
                break;
            }
            if (!taken.appointment().equals(except)) {
                found.add(taken.time());
            }
        }
        return IntervalSet.of(found);
    }

    private NavigableMap<Instant, Taken> of(UUID person) {
        return byPerson.getOrDefault(person, Collections.emptyNavigableMap());
    }
}
