package health.miadi.appointment.entity;

import health.miadi.availability.entity.Interval;
import java.time.ZoneId;
import java.util.UUID;

/**
 * Where and when an appointment takes place.
 *
 * @param time {@code [start, end)}
 * @param blocked the provider's time that it takes, buffers included (R-BOOK-1)
 * @param zone the provider's zone
 */
public record Placement(UUID providerId, Interval time, Interval blocked, ZoneId zone) {}
