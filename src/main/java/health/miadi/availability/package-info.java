/**
 * When providers can be seen: weekly working hours, dated exceptions, appointment types and the slot engine.
 *
 * <p>The pure core in {@code entity} answers "when?" for listing and for booking alike (R-AVAIL-6). Owns R-TIME-2 to
 * R-TIME-4 and R-AVAIL-1 to R-AVAIL-8.
 */
@NullMarked
package health.miadi.availability;

import org.jspecify.annotations.NullMarked;
