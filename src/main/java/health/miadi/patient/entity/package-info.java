/** The entity of {@link health.miadi.patient}. */
@NullMarked
package health.miadi.patient.entity;

import org.jspecify.annotations.NullMarked;
