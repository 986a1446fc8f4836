/** The one hash that Miadi uses. */
@NullMarked
package health.miadi.shared.hash;

import org.jspecify.annotations.NullMarked;
