package health.miadi.appointment.control;

import health.miadi.appointment.entity.Appointment;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a calendar outside the clinic shows of an appointment.
 *
 * @param provider first and last name of whom it is with
 * @param type name of its type, null without one
 * @param changedAt when any of this changed last
 */
public record CalendarEntry(
        Appointment appointment, String provider, @Nullable String type, Instant changedAt) {
    /** The appointment's id, and nobody's name. */
    @Override
    public String toString() {
        return "CalendarEntry of " + appointment;
    }
}
