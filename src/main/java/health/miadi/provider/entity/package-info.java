/** The entity of {@link health.miadi.provider}. */
@NullMarked
package health.miadi.provider.entity;

import org.jspecify.annotations.NullMarked;
