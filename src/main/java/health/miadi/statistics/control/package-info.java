/** The control of {@link health.miadi.statistics}. */
@NullMarked
package health.miadi.statistics.control;

import org.jspecify.annotations.NullMarked;
