package health.miadi.availability.control;

import health.miadi.availability.entity.Interval;
import java.util.UUID;

/**
 * An appointment that is scheduled and has not begun.
 *
 * @param time its own, without buffers
 */
public record PlannedVisit(UUID id, Interval time) {}
