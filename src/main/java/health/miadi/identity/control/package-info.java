/** The control of {@link health.miadi.identity}. */
@NullMarked
package health.miadi.identity.control;

import org.jspecify.annotations.NullMarked;
