/** The control of {@link health.miadi.availability}. */
@NullMarked
package health.miadi.availability.control;

import org.jspecify.annotations.NullMarked;
