package health.miadi.availability.boundary;

import health.miadi.availability.control.SlotChange;
import java.time.Instant;
import java.util.UUID;

/**
 * Free time of a provider has changed somewhere in {@code [start, end)}: look again. It says neither who changed it nor why.
 */
public record SlotsChangedEvent(UUID providerId, Instant start, Instant end) {
    static SlotsChangedEvent from(SlotChange change) {
        return new SlotsChangedEvent(
                change.providerId(), change.time().start(), change.time().end());
    }
}
