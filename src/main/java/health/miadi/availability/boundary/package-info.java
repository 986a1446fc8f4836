/** The boundary of {@link health.miadi.availability}. */
@NullMarked
package health.miadi.availability.boundary;

import org.jspecify.annotations.NullMarked;
