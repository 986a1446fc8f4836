/** The control of {@link health.miadi.insurance}. */
@NullMarked
package health.miadi.insurance.control;

import org.jspecify.annotations.NullMarked;
