/** The entity of {@link health.miadi.appointment}. */
@NullMarked
package health.miadi.appointment.entity;

import org.jspecify.annotations.NullMarked;
