package health.miadi.appointment.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The numbers of the booking rules that configuration can change. */
@ApplicationScoped
public class BookingSettings {
    @Inject
    @ConfigProperty(name = "miadi.booking.cancellation-notice-hours", defaultValue = "24")
    int cancellationNoticeHours;

    @Inject
    @ConfigProperty(name = "miadi.booking.undo-minutes", defaultValue = "10")
    int undoMinutes;

    @Inject
    @ConfigProperty(name = "miadi.booking.correction-hours", defaultValue = "24")
    int correctionHours;

    @Inject
    @ConfigProperty(name = "miadi.booking.next-starts", defaultValue = "3")
    int nextStarts;

    @Inject
    @ConfigProperty(name = "miadi.booking.next-starts-days", defaultValue = "14")
    int nextStartsDays;

    @Inject
    @ConfigProperty(name = "miadi.holds.minutes", defaultValue = "5")
    int holdMinutes;

    @Inject
    @ConfigProperty(name = "miadi.holds.per-user", defaultValue = "3")
    int holdsPerUser;

    @Inject
    @ConfigProperty(name = "miadi.holds.per-hour", defaultValue = "20")
    int holdsPerHour;

    /** How long a hold lasts (R-BOOK-10). */
    public Duration holdLength() {
        return Duration.ofMinutes(holdMinutes);
    }

    /** How many live holds a user can have (R-BOOK-10). */
    public int holdsPerUser() {
        return holdsPerUser;
    }

    /** How many holds a patient can make in an hour (R-BOOK-10). */
    public int holdsPerHour() {
        return holdsPerHour;
    }

    /** How long before its start a patient can still cancel or move an appointment (R-BOOK-8). */
    public Duration cancellationNotice() {
        return Duration.ofHours(cancellationNoticeHours);
    }

    /** How long a patient can take back a booking of their own, whatever the notice (R-BOOK-7a). */
    public Duration undoTime() {
        return Duration.ofMinutes(undoMinutes);
    }

    /** How long staff can take back a check-in, a completion or a no-show (R-BOOK-7a). */
    public Duration correctionTime() {
        return Duration.ofHours(correctionHours);
    }

    /** How many offered starts a refusal comes with (R-BOOK-12). */
    public int nextStarts() {
        return nextStarts;
    }

    /** How far ahead those are looked for. */
    public Duration nextStartsAhead() {
        return Duration.ofDays(nextStartsDays);
    }
}
