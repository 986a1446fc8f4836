/** The boundary of {@link health.miadi.appointment}. */
@NullMarked
package health.miadi.appointment.boundary;

import org.jspecify.annotations.NullMarked;
