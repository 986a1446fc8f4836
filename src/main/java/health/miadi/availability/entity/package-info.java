/**
 * The slot engine: intervals in, intervals out. It reads no database and no clock; {@code now} is a parameter.
 *
 * <p>{@link health.miadi.availability.entity.SlotEngine} lists and decides with the same code (R-AVAIL-6). What it works
 * on is a {@link health.miadi.availability.entity.ProviderSchedule}: working hours as wall-clock times in the provider's
 * zone, and what is taken already as instants.
 *
 * <p>Owns R-TIME-2, R-TIME-3 and R-TIME-4, R-AVAIL-1 to R-AVAIL-3, R-AVAIL-5 and R-AVAIL-6.
 */
@NullMarked
package health.miadi.availability.entity;

import org.jspecify.annotations.NullMarked;
