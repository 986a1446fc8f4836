package health.miadi.record.boundary;

import health.miadi.shared.validation.AsGiven;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which of the caller's own records are looked for.
 *
 * @param diagnosis only those whose diagnosis contains this text, whatever its case and accents; those that cannot be decrypted are among
 *     them, marked
 * @param patientId only those of this patient
 * @param from the first instant at which the visit may have begun
 * @param to the first instant at which none begins any more
 * @param limit how many a page has, 50 when nobody says
 * @param cursor where to go on, as the page before said
 */
public record RecordSearchRequest(
        @Size(max = 100) @AsGiven @Nullable String diagnosis,
        @Nullable UUID patientId,
        @Nullable Instant from,
        @Nullable Instant to,
        @Min(1) @Max(200) @Nullable Integer limit,
        @Size(max = 1000) @AsGiven @Nullable String cursor) {
    /** Says nothing of what is looked for. */
    @Override
    public String toString() {
        return "RecordSearchRequest";
    }
}
