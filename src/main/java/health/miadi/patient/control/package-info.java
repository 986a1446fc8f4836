/** The control of {@link health.miadi.patient}. */
@NullMarked
package health.miadi.patient.control;

import org.jspecify.annotations.NullMarked;
