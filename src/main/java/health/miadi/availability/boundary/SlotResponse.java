package health.miadi.availability.boundary;

import health.miadi.availability.entity.Slot;
import java.time.Instant;
import java.util.UUID;

/** An offered appointment time {@code [start, end)}. */
public record SlotResponse(UUID providerId, Instant start, Instant end) {
    static SlotResponse from(Slot slot) {
        return new SlotResponse(slot.providerId(), slot.start(), slot.end());
    }
}
