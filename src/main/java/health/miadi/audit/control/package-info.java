/** The control of {@link health.miadi.audit}. */
@NullMarked
package health.miadi.audit.control;

import org.jspecify.annotations.NullMarked;
