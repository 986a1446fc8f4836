/** The one clock (R-TIME-5). */
@NullMarked
package health.miadi.shared.time;

import org.jspecify.annotations.NullMarked;
