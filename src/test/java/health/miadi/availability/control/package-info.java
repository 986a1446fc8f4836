/** The tests of {@link health.miadi.availability.control}. */
@NullMarked
package health.miadi.availability.control;

import org.jspecify.annotations.NullMarked;
