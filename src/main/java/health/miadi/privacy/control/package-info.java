/** The control of {@link health.miadi.privacy}. */
@NullMarked
package health.miadi.privacy.control;

import org.jspecify.annotations.NullMarked;
