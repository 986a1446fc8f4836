package health.miadi.availability.control;

import health.miadi.availability.entity.Interval;
import java.util.UUID;

/**
 * Free time of one provider has changed.
 *
 * @param time holds all that changed, and may hold more
 */
public record SlotChange(UUID providerId, Interval time) {}
