package health.miadi.appointment.control;

import health.miadi.appointment.entity.Hold;
import health.miadi.availability.control.SlotWish;
import health.miadi.identity.entity.Caller;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A time that somebody wants with a provider.
 *
 * @param slot for whom and for what
 * @param held the hold that is booked and so is not in its own way (R-BOOK-10); null when nothing is held
 */
record Wish(Instant start, SlotWish slot, @Nullable Hold held) {
    /** What a booking wishes for; what it leaves out is what its hold was made for. */
    static Wish of(Caller caller, Booking booking, UUID patientId, @Nullable Hold held) {
        UUID type = held == null ? booking.appointmentTypeId() : held.appointmentTypeId();
        Integer minutes = held == null ? booking.durationMinutes() : Integer.valueOf(held.minutes());
        return new Wish(booking.start(), new SlotWish(patientId, type, minutes, null, caller.isPatient()), held);
    }

    @Nullable
    UUID heldId() {
        return held == null ? null : held.id();
    }
}
