package health.miadi.appointment.control;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A time that somebody wants with a provider.
 *
 * @param moving the appointment that is moved there and so is not in its own way (R-BOOK-9); null when booking
 */
record Wish(
        Instant start,
        @Nullable UUID appointmentTypeId,
        @Nullable Integer durationMinutes,
        UUID patientId,
        @Nullable UUID moving) {}
