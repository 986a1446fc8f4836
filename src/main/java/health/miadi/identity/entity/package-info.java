/** The entity of {@link health.miadi.identity}. */
@NullMarked
package health.miadi.identity.entity;

import org.jspecify.annotations.NullMarked;
