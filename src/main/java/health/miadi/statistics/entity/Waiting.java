package health.miadi.statistics.entity;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How long one waits. */
public final class Waiting {
    private Waiting() {}

    /** The median of the whole minutes from {@code now} to each of those instants, rounded down; null when there is none. */
    public static @Nullable Long medianMinutes(Instant now, Collection<Instant> starts) {
        if (starts.isEmpty()) {
            return null;
        }
        List<Long> minutes = starts.stream()
                .map(start -> Duration.between(now, start).toMinutes())
                .sorted()
                .toList();
        int middle = minutes.size() / 2;
        return minutes.size() % 2 == 1 ? minutes.get(middle) : (minutes.get(middle - 1) + minutes.get(middle)) / 2;
    }
}
