/** The control of {@link health.miadi.appointment}. */
@NullMarked
package health.miadi.appointment.control;

import org.jspecify.annotations.NullMarked;
