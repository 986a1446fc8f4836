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
    @ConfigProperty(name = "miadi.booking.next-starts", defaultValue = "3")
    int nextStarts;

    @Inject
    @ConfigProperty(name = "miadi.booking.next-starts-days", defaultValue = "14")
    int nextStartsDays;

    /** How long before its start a patient can still cancel or move an appointment (R-BOOK-8). */
    public Duration cancellationNotice() {
        return Duration.ofHours(cancellationNoticeHours);
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
