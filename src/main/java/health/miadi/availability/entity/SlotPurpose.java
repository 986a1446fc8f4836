package health.miadi.availability.entity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * For whom a time is looked for, and for what (R-AVAIL-6).
 *
 * @param patient when the patient is not free
 * @param agreed the present time of the appointment that moves: notice and horizon never come between it and its
 *     surroundings (R-BOOK-8); null for a new one
 */
public record SlotPurpose(PatientTime patient, @Nullable Interval agreed) {
    /** A new appointment for whoever comes. */
    public static final SlotPurpose ANYBODY = new SlotPurpose(PatientTime.FREE, null);

    /** The first instant at which it may start: where notice ends, or when it was agreed to be, if that is sooner. */
    Instant earliest(SlotTerms terms, Instant now) {
        Instant noticed = now.plus(terms.minNotice());
        return agreed != null && agreed.start().isAfter(now) && agreed.start().isBefore(noticed)
                ? agreed.start()
                : noticed;
    }

    /** The last instant at which it may start: the horizon counts from now, or from when it was agreed to be, if that is later. */
    Instant latest(SlotTerms terms, Instant now) {
        return (agreed != null && agreed.start().isAfter(now) ? agreed.start() : now).plus(terms.maxHorizon());
    }
}
