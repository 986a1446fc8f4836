package health.miadi.appointment.control;

import health.miadi.shared.settings.Configured;
import health.miadi.shared.settings.Setting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** The numbers of the booking rules that configuration can change. */
@ApplicationScoped
public class BookingSettings {
    @Inject
    @Configured(Setting.BOOKING_CANCELLATION_NOTICE_HOURS)
    int cancellationNoticeHours;

    @Inject
    @Configured(Setting.BOOKING_UNDO_MINUTES)
    int undoMinutes;

    @Inject
    @Configured(Setting.BOOKING_CORRECTION_HOURS)
    int correctionHours;

    @Inject
    @Configured(Setting.BOOKING_NEXT_STARTS)
    int nextStarts;

    @Inject
    @Configured(Setting.BOOKING_NEXT_STARTS_DAYS)
    int nextStartsDays;

    @Inject
    @Configured(Setting.HOLDS_MINUTES)
    int holdMinutes;

    @Inject
    @Configured(Setting.HOLDS_PER_USER)
    int holdsPerUser;

    @Inject
    @Configured(Setting.HOLDS_PER_HOUR)
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
