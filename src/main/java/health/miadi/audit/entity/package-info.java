/** The entity of {@link health.miadi.audit}. */
@NullMarked
package health.miadi.audit.entity;

import org.jspecify.annotations.NullMarked;
