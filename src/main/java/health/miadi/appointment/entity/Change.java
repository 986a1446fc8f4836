package health.miadi.appointment.entity;

import health.miadi.identity.entity.Caller;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who changes an appointment, when and why.
 *
 * @param reason why, in the words of who does it
 * @param overrideReason why the rules that staff may override do not count (R-BOOK-4); null when they do
 */
public record Change(
        Caller by,
        Instant at,
        @Nullable String reason,
        @Nullable String overrideReason) {
    /** The account that makes it and the instant. */
    @Override
    public String toString() {
        return "Change by " + by + " at " + at;
    }
}
