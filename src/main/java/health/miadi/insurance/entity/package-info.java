/** The entity of {@link health.miadi.insurance}. */
@NullMarked
package health.miadi.insurance.entity;

import org.jspecify.annotations.NullMarked;
