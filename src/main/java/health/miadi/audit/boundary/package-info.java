/** The boundary of {@link health.miadi.audit}. */
@NullMarked
package health.miadi.audit.boundary;

import org.jspecify.annotations.NullMarked;
