package health.miadi.record.control;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which records a list has; null lets every one pass.
 *
 * @param diagnosis text that the diagnosis contains, whatever its case and accents
 * @param from the first instant at which the visit may have begun
 * @param to the first instant at which none begins any more
 */
public record RecordQuery(
        @Nullable UUID patientId,
        @Nullable String diagnosis,
        @Nullable Instant from,
        @Nullable Instant to) {
    /** Not what is sought. */
    @Override
    public String toString() {
        return "RecordQuery";
    }
}
