/** The entity of {@link health.miadi.statistics}. */
@NullMarked
package health.miadi.statistics.entity;

import org.jspecify.annotations.NullMarked;
