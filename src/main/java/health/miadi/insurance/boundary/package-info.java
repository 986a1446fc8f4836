/** The boundary of {@link health.miadi.insurance}. */
@NullMarked
package health.miadi.insurance.boundary;

import org.jspecify.annotations.NullMarked;
