package health.miadi.record.control;

import health.miadi.identity.entity.Caller;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose records a list may have at all (R-REC-2): a provider's own, a patient's own. At least one of the two is named.
 *
 * @param from the first instant at which the visit may have begun
 * @param to the first instant at which none begins any more
 */
record RecordScope(
        @Nullable UUID providerId,
        @Nullable UUID patientId,
        @Nullable Instant from,
        @Nullable Instant to) {
    /** What the caller may see of what is asked for; empty when that is nothing. */
    static Optional<RecordScope> of(Caller caller, RecordQuery query) {
        UUID person = caller.personId();
        if (person == null || caller.isAdmin()) {
            return Optional.empty();
        }
        if (caller.isProvider()) {
            return Optional.of(new RecordScope(person, query.patientId(), query.from(), query.to()));
        }
        return query.patientId() == null || query.patientId().equals(person)
                ? Optional.of(new RecordScope(null, person, query.from(), query.to()))
                : Optional.empty();
    }
}
