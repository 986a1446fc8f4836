package health.miadi.patient.control;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/**
 * What decides whether a provider sees a patient at a moment (R-AUTH-13). The rule itself is the database's function
 * {@code patients_seen_by}, so that whoever lists files, opens one or books asks the same.
 *
 * @param providerId who looks
 * @param since a visit that ended then or before, or a file that was opened then or before, shows nobody any more
 * @param now when
 */
public record Sight(UUID providerId, Instant since, Instant now) {
    /** The patients in it, as a table of a statement with a column {@code id}; its three values are {@link #values}. */
    public static final String PATIENTS =
            "patients_seen_by(CAST(? AS uuid), CAST(? AS timestamptz), CAST(? AS timestamptz)) AS seen (id)";

    /** What the question marks stand for, in their order. */
    public List<Object> values() {
        return List.of(providerId.toString(), since.atOffset(ZoneOffset.UTC), now.atOffset(ZoneOffset.UTC));
    }
}
