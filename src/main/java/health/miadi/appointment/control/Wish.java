package health.miadi.appointment.control;

import health.miadi.appointment.entity.Hold;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A time that somebody wants with a provider.
 *
 * @param moving the appointment that is moved there and so is not in its own way (R-BOOK-9); null when booking
 * @param held the hold that is booked and so is not in its own way either (R-BOOK-10); null when nothing is held
 */
record Wish(
        Instant start,
        @Nullable UUID appointmentTypeId,
        @Nullable Integer durationMinutes,
        UUID patientId,
        @Nullable UUID moving,
        @Nullable Hold held) {
    @Nullable
    UUID heldId() {
        return held == null ? null : held.id();
    }

    /** The instant from which notice and horizon count: what is held was in time when it was held. */
    Instant askedAt(Instant now) {
        return held == null ? now : held.createdAt();
    }
}
