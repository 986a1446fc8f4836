/** The control of {@link health.miadi.provider}. */
@NullMarked
package health.miadi.provider.control;

import org.jspecify.annotations.NullMarked;
