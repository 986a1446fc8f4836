/** The boundary of {@link health.miadi.statistics}. */
@NullMarked
package health.miadi.statistics.boundary;

import org.jspecify.annotations.NullMarked;
