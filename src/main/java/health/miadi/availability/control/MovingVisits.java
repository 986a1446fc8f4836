package health.miadi.availability.control;

import health.miadi.availability.entity.MovingVisit;
import health.miadi.identity.entity.Caller;
import health.miadi.shared.refusal.Refusal;
import java.util.UUID;

/** Knows the appointments for which other times are looked for (R-BOOK-9). The feature that keeps them implements it. */
public interface MovingVisits {
    /**
     * That appointment.
     *
     * @throws Refusal {@code not-found} outside the caller's sight (R-AUTH-8)
     */
    MovingVisit get(Caller caller, UUID id);
}
