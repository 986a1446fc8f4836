/** The boundary of {@link health.miadi.patient}. */
@NullMarked
package health.miadi.patient.boundary;

import org.jspecify.annotations.NullMarked;
